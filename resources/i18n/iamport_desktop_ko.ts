<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>진단 정보</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Looks up payments of PortOne V1 (i&apos;mport), and changes none.</source>
        <translation>포트원 V1(아임포트) 결제를 조회만 하며, 변경하지 않습니다.</translation>
    </message>
    <message>
        <source>Diagnostics (no personal data, no key)</source>
        <translation>진단 정보(개인정보와 키 없음)</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Account to pay into</source>
        <translation>입금 계좌</translation>
    </message>
    <message>
        <source>Account holder: {name}</source>
        <translation>예금주: {name}</translation>
    </message>
    <message>
        <source>Amount: {amount}</source>
        <translation>입금 금액: {amount}</translation>
    </message>
    <message>
        <source>Deadline: {when}</source>
        <translation>입금기한: {when}까지</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>A payment that was cancelled directly at the PG still shows as paid here; check the PG&apos;s console.</source>
        <translation>PG사에서 직접 취소한 결제는 여기에서 여전히 결제완료로 보입니다. PG사 관리자 화면에서 확인해 주세요.</translation>
    </message>
    <message>
        <source>Test payment: this PG&apos;s test channel charges nothing.</source>
        <translation>테스트 결제: 이 PG사의 테스트 채널에서는 실제로 출금되지 않습니다.</translation>
    </message>
    <message>
        <source>Test payment: this PG really charges, and cancels it on the same day.</source>
        <translation>테스트 결제: 이 PG사는 실제로 출금한 뒤 당일에 취소합니다.</translation>
    </message>
    <message>
        <source>Test payment: what this PG&apos;s test channel does with money is not documented.</source>
        <translation>테스트 결제: 이 PG사의 테스트 채널에서 실제로 출금되는지는 문서에 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>Test payment: it was really charged, and is not cancelled by itself. Cancel it in the PG&apos;s or PortOne&apos;s console.</source>
        <translation>테스트 결제: 실제로 출금되었고 자동으로 취소되지 않습니다. PG사나 포트원 관리자 화면에서 직접 취소해야 합니다.</translation>
    </message>
    <message>
        <source>Test payment: a real deposit to this account does not turn it paid and is not refunded; ask PortOne&apos;s support about one that was made.</source>
        <translation>테스트 결제: 이 계좌에 실제로 입금해도 결제완료로 바뀌지 않고 환불되지도 않습니다. 이미 입금했다면 포트원 고객센터에 문의하세요.</translation>
    </message>
    <message>
        <source>It stays paid here all the same.</source>
        <translation>취소된 뒤에도 여기에는 결제완료로 남아 있습니다.</translation>
    </message>
    <message>
        <source>This PG charges {amount} for a registration, and cancels that after about {minutes} minutes.</source>
        <translation>이 PG사는 등록할 때 {amount}을 결제했다가 약 {minutes}분 뒤에 취소합니다.</translation>
    </message>
    <message>
        <source>The order may have another, paid attempt.</source>
        <translation>같은 주문에 결제완료된 다른 시도가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>This PG gives no receipt for such a payment.</source>
        <translation>이 PG사는 이런 결제에 영수증을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>The PG sent no receipt for this payment.</source>
        <translation>PG사가 이 결제의 영수증을 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Test payment: this PG really charges, and cancels it on the same day from {start} to {end}.</source>
        <translation>테스트 결제: 이 PG사는 실제로 출금한 뒤 당일 {start}~{end}에 취소합니다.</translation>
    </message>
    <message>
        <source>A code that the customer has scanned can be paid after the window was left.</source>
        <translation>고객이 스캔한 QR 코드는 결제창을 나간 뒤에도 결제될 수 있습니다.</translation>
    </message>
    <message>
        <source>This PG reports its results late: look again, or have it watched.</source>
        <translation>이 PG사는 결과를 늦게 알려 줄 수 있습니다. 잠시 후 다시 조회하거나 알림을 켜 두세요.</translation>
    </message>
    <message>
        <source>The customer pays at the store by the number or code that was sent.</source>
        <translation>고객이 안내받은 번호나 바코드로 편의점에서 결제합니다.</translation>
    </message>
    <message>
        <source>If the customer has paid: check amount and account number, then the PG&apos;s console. Without the PG&apos;s deposit notice, PortOne learns of no deposit.</source>
        <translation>고객이 입금했다고 하면 금액과 계좌번호를 확인한 뒤 PG사 관리자 화면에서 확인하세요. PG사의 입금 통보가 설정되지 않은 상점은 입금되어도 포트원에 알려지지 않습니다.</translation>
    </message>
    <message>
        <source>The time in which this PG lets such a payment be made is over.</source>
        <translation>이 PG사에서 결제할 수 있는 시간이 끝났습니다.</translation>
    </message>
    <message>
        <source>The PG did not state a deposit deadline.</source>
        <translation>PG사가 입금기한을 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>It usually turns paid or stays unpaid within {days} days.</source>
        <translation>보통 {days}일 안에 결과가 정해집니다.</translation>
    </message>
    <message>
        <source>It may still turn paid: look again, or have it watched.</source>
        <translation>결제완료로 바뀔 수 있으니 다시 조회하거나 알림을 켜 두세요.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>참고 사항</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>No browser opened the link. Copy it with the button beside it and open it elsewhere.</source>
        <translation>브라우저로 링크를 열지 못했습니다. 옆의 버튼으로 링크를 복사해 다른 곳에서 열어 주세요.</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message numerus="yes">
        <source>It leaves the clipboard after %n s.</source>
        <translation>
            <numerusform>%n초 뒤에 클립보드에서 지워집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>{name}을(를) 복사했습니다</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>This computer&apos;s clock is about {duration} ahead. Ages and deadlines are measured by the payment server&apos;s clock. Set the clock of this computer.</source>
        <translation>이 PC의 시계가 약 {duration} 빠릅니다. 화면의 경과 시간과 기한은 결제 서버의 시계로 계산합니다. PC의 시계를 맞춰 주세요.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is about {duration} behind. Ages and deadlines are measured by the payment server&apos;s clock. Set the clock of this computer.</source>
        <translation>이 PC의 시계가 약 {duration} 느립니다. 화면의 경과 시간과 기한은 결제 서버의 시계로 계산합니다. PC의 시계를 맞춰 주세요.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy {label}</source>
        <translation>{label} 복사</translation>
    </message>
</context>
<context>
    <name>CopyPopover</name>
    <message>
        <source>This is a test payment.</source>
        <translation>테스트 결제입니다.</translation>
    </message>
    <message>
        <source>A test payment: this is a note for you, not a reply.</source>
        <translation>테스트 결제입니다. 고객 답변이 아니라 상담원용 메모입니다.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>상담 요약</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>고객 답변</translation>
    </message>
    <message>
        <source>What is copied</source>
        <translation>복사할 내용</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Something went wrong in this app, and no report of it could be written. If it happens again, restart the app.</source>
        <translation>앱에 문제가 발생했고, 보고서도 저장하지 못했습니다. 같은 문제가 반복되면 앱을 다시 시작해 주세요.</translation>
    </message>
    <message>
        <source>Something went wrong in this app. If it happens again, pass this report on to the person who looks after the app (it holds no personal data): {report}</source>
        <translation>앱에 문제가 발생했습니다. 같은 문제가 반복되면 다음 보고서를 앱 담당자에게 전달해 주세요(개인정보 없음): {report}</translation>
    </message>
    <message>
        <source>The app ended unexpectedly the last time. If it happens again, pass this report on to the person who looks after the app (it holds no personal data): {report}</source>
        <translation>지난번에 앱이 예기치 않게 종료되었습니다. 같은 문제가 반복되면 다음 보고서를 앱 담당자에게 전달해 주세요(개인정보 없음): {report}</translation>
    </message>
</context>
<context>
    <name>CredentialsController</name>
    <message>
        <source>Checking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>The payment server accepts this key.</source>
        <translation>결제 서버에서 확인했습니다. 사용할 수 있는 키입니다.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장하는 중…</translation>
    </message>
    <message>
        <source>The key could not be checked. Save it all the same?</source>
        <translation>키를 확인하지 못했습니다. 저장할까요?</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>The stored key was not replaced.</source>
        <translation>저장된 키는 그대로입니다.</translation>
    </message>
    <message>
        <source>Remove the stored key? Payments cannot be looked up until one is entered again.</source>
        <translation>저장된 키를 삭제할까요? 삭제하면 키를 다시 입력할 때까지 조회할 수 없습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>삭제하는 중…</translation>
    </message>
    <message>
        <source>The stored key was removed.</source>
        <translation>저장된 키를 삭제했습니다.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>그래도 저장</translation>
    </message>
    <message>
        <source>Save unchecked</source>
        <translation>확인 없이 저장</translation>
    </message>
</context>
<context>
    <name>CredentialsDialog</name>
    <message>
        <source>REST API key</source>
        <translation>REST API 키</translation>
    </message>
    <message>
        <source>REST API secret</source>
        <translation>REST API 시크릿</translation>
    </message>
    <message>
        <source>Show the secret while pressed</source>
        <translation>누르고 있는 동안 시크릿 표시</translation>
    </message>
    <message>
        <source>Use once, don&apos;t save</source>
        <translation>한 번만 사용(저장하지 않음)</translation>
    </message>
    <message>
        <source>Open PortOne console</source>
        <translation>포트원 콘솔 열기</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Remove stored key</source>
        <translation>저장된 키 삭제</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Enter the REST API key and REST API secret of the PortOne console ([식별코드·API Keys] → [V1 API]). They are kept safely on this computer alone and sent to {address} only.</source>
        <translation>포트원 콘솔의 [식별코드·API Keys] → [V1 API]에 있는 REST API 키와 시크릿을 입력해 주세요. 이 PC에만 안전하게 보관되고, 다음 주소로만 전송됩니다: {address}</translation>
    </message>
    <message>
        <source>This is not PortOne&apos;s own address: {address}. Enter a key only if you know who runs it.</source>
        <translation>포트원의 주소가 아닙니다: {address}. 운영하는 곳을 아는 경우에만 키를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>FailureReplies</name>
    <message>
        <source>The cause was a matter of our payment settings, not your card or account. We are sorry for the trouble.</source>
        <translation>고객님의 카드나 계좌가 아닌 저희 쪽 결제 설정 문제로 승인되지 않았습니다. 불편을 드려 죄송합니다.</translation>
    </message>
    <message>
        <source>It was cancelled before it was completed.</source>
        <translation>결제가 완료되기 전에 취소되었습니다.</translation>
    </message>
    <message>
        <source>The time for paying had run out.</source>
        <translation>결제 시간이 지나 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved for reasons of security.</source>
        <translation>보안상의 이유로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the amount is below the minimum for this way to pay.</source>
        <translation>결제수단의 최소 결제금액보다 적어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the amount is above the maximum for this way to pay.</source>
        <translation>결제수단의 최대 결제금액을 넘어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because we cannot take this kind of card.</source>
        <translation>저희 상점에서 사용할 수 없는 종류의 카드여서 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because we cannot take cards issued abroad.</source>
        <translation>저희 상점에서는 해외 발급 카드를 사용하실 수 없어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because it cannot be paid in this currency.</source>
        <translation>해당 통화로 결제하실 수 없어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because installments are not possible.</source>
        <translation>할부를 이용하실 수 없어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because this number of installment months is not possible.</source>
        <translation>선택하신 할부 개월 수로는 결제하실 수 없어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the amount is too small for installments.</source>
        <translation>할부를 이용하기에는 금액이 적어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card&apos;s limit was reached.</source>
        <translation>카드 한도 초과로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the limit was reached or the balance was too low.</source>
        <translation>한도 초과 또는 잔액 부족으로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because a limit per person was reached.</source>
        <translation>개인별 결제 한도 초과로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card cannot be used (blocked, cancelled or reported lost). Your card company can tell you more.</source>
        <translation>사용하실 수 없는 카드(정지, 해지, 분실 신고 등)여서 승인되지 않았습니다. 자세한 내용은 카드사에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card is not registered for use, or a newly issued one replaces it. Your card company can register it.</source>
        <translation>사용 등록이 되지 않았거나 새로 발급된 카드가 있어 승인되지 않았습니다. 카드사에서 사용 등록을 하실 수 있습니다.</translation>
    </message>
    <message>
        <source>The card company did not approve it, and can tell you why.</source>
        <translation>카드사에서 승인하지 않았으며, 사유는 카드사에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card number was not right.</source>
        <translation>카드번호가 올바르지 않아 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card has expired, or its expiry date was entered wrongly.</source>
        <translation>카드 유효기간이 지났거나 잘못 입력되어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the security code (CVC) was not right.</source>
        <translation>CVC 번호가 올바르지 않아 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because some of the card&apos;s details were not right.</source>
        <translation>카드 정보 일부가 올바르지 않아 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card is not in your own name, or the details entered do not match its holder.</source>
        <translation>본인 명의의 카드가 아니거나 입력하신 정보가 카드 명의자와 달라 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the password was not right, or had been wrong too many times.</source>
        <translation>비밀번호가 올바르지 않거나 오류 횟수를 넘어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because no password is registered for the card.</source>
        <translation>비밀번호가 등록되지 않은 카드여서 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card company&apos;s authentication was not completed.</source>
        <translation>카드사 인증이 완료되지 않아 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the certificate has expired or is not valid.</source>
        <translation>인증서가 만료되었거나 유효하지 않아 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the balance of the account was too low.</source>
        <translation>계좌 잔액 부족으로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because there were not enough points or prepaid money.</source>
        <translation>포인트 또는 충전 잔액 부족으로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the card&apos;s points cannot be used for it.</source>
        <translation>이 결제에 카드 포인트를 사용하실 수 없어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the account&apos;s transfer limit was reached.</source>
        <translation>계좌의 이체 한도 초과로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the account is not right, or not registered for withdrawals.</source>
        <translation>계좌 정보가 올바르지 않거나 출금이체 등록이 되어 있지 않아 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the account cannot be used (suspended, closed or reported lost). Your bank can tell you more.</source>
        <translation>사용하실 수 없는 계좌(정지, 해지, 사고 신고 등)여서 승인되지 않았습니다. 자세한 내용은 은행에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>PayPal could not charge the card or account that you chose.</source>
        <translation>페이팔에서 선택하신 카드나 계좌로 결제하지 못했습니다.</translation>
    </message>
    <message>
        <source>Your PayPal account cannot pay at the moment. Only PayPal can tell you why.</source>
        <translation>현재 페이팔 계정으로 결제하실 수 없는 상태이며, 사유는 페이팔에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the phone payment limit was reached.</source>
        <translation>휴대폰 결제 한도 초과로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because of an unpaid phone bill.</source>
        <translation>휴대폰 요금 미납으로 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because phone payment is switched off for your number.</source>
        <translation>휴대폰 소액결제가 차단되어 있어 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the phone number is suspended or no longer in service.</source>
        <translation>정지되었거나 해지된 휴대폰 번호여서 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because this kind of phone contract (corporate, prepaid, minor) cannot pay by phone.</source>
        <translation>휴대폰 결제를 이용하실 수 없는 명의(법인, 선불, 미성년자 등)여서 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the details entered do not match the phone&apos;s subscriber.</source>
        <translation>입력하신 정보가 휴대폰 가입자 정보와 달라 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the code sent to your phone was wrong or too late.</source>
        <translation>휴대폰 인증번호가 올바르지 않거나 입력 시간이 지나 승인되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not approved because the phone payment company restricts the use. It can tell you why.</source>
        <translation>휴대폰 결제사의 이용 제한으로 승인되지 않았으며, 사유는 휴대폰 결제사에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>It was not completed because of technical trouble.</source>
        <translation>시스템 문제로 결제가 완료되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not completed because of technical trouble at the card company.</source>
        <translation>카드사의 시스템 문제로 결제가 완료되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not completed because the bank was down or outside its service hours.</source>
        <translation>은행의 시스템 문제이거나 서비스 시간이 아니어서 결제가 완료되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not completed because of technical trouble at the mobile carrier.</source>
        <translation>통신사의 시스템 문제로 결제가 완료되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>The customer can pay again.</source>
        <translation>고객이 다시 결제하면 됩니다.</translation>
    </message>
    <message>
        <source>The customer can correct that and pay again.</source>
        <translation>고객이 이를 바로잡아 다시 결제하면 됩니다.</translation>
    </message>
    <message>
        <source>The customer can pay by other means.</source>
        <translation>고객이 다른 결제수단으로 결제하면 됩니다.</translation>
    </message>
    <message>
        <source>The customer can pay again later, or by other means.</source>
        <translation>고객이 나중에 다시 결제하거나 다른 결제수단을 이용하면 됩니다.</translation>
    </message>
    <message>
        <source>The customer cancelled, closed the payment window or went back.</source>
        <translation>고객이 결제를 취소했거나 결제창을 닫거나 뒤로 갔습니다.</translation>
    </message>
    <message>
        <source>The payment window was open for too long.</source>
        <translation>결제창을 너무 오래 열어 두어 결제 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>The PG had already received this order number. Look for the order&apos;s other attempt before anything else.</source>
        <translation>PG사에 이미 접수된 주문번호입니다. 먼저 같은 주문의 다른 결제 시도를 확인하세요.</translation>
    </message>
    <message>
        <source>The system cancelled the payment; it may have been approved before. If the customer has an approval message, check the cancellation in the PG&apos;s console.</source>
        <translation>시스템이 결제를 취소했습니다. 취소 전에 승인되었을 수 있으니, 고객이 승인 문자를 받았다면 PG사 관리자 화면에서 취소 여부를 확인하세요.</translation>
    </message>
    <message>
        <source>The PG did not get a final result, or another attempt was still running; it may have been approved. Check it in the PG&apos;s console.</source>
        <translation>PG사가 최종 결과를 받지 못했거나 다른 결제가 진행 중이었습니다. 승인되었을 수 있으니 PG사 관리자 화면에서 확인하세요.</translation>
    </message>
    <message>
        <source>The payment was refused as suspicious. Only the PG or the card company can tell more; the customer follows their message, if one came.</source>
        <translation>이상 거래로 의심되어 거절되었습니다. 자세한 사유는 PG사나 카드사에서 확인할 수 있습니다. 고객이 받은 안내 문자가 있으면 그에 따르면 됩니다.</translation>
    </message>
    <message>
        <source>The amount is below the minimum for this payment method.</source>
        <translation>이 결제수단의 최소 결제금액보다 적습니다.</translation>
    </message>
    <message>
        <source>The amount is above the maximum for this payment method.</source>
        <translation>이 결제수단의 최대 결제금액을 넘었습니다.</translation>
    </message>
    <message>
        <source>The cause is the shop&apos;s contract, registration or settings at the PG or card company, not the customer. Ask the PG.</source>
        <translation>고객이 아니라 상점의 계약·등록·설정 문제입니다. PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>A limit of the shop at the PG is reached, not the customer&apos;s. Ask the PG to raise it.</source>
        <translation>고객이 아니라 상점의 결제 한도를 넘었습니다. PG사에 한도를 문의하세요.</translation>
    </message>
    <message>
        <source>The PG did not accept what the shop&apos;s payment page sent. The customer cannot change that; tell those who run the payment page.</source>
        <translation>상점 결제 페이지가 보낸 요청을 PG사가 받아들이지 않았습니다. 고객이 해결할 수 없으니 결제 페이지 담당자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>The PG refers the customer to the shop and gives no further reason. Ask the PG what is the matter.</source>
        <translation>PG사는 상점에 문의하라고만 안내했습니다. PG사에 사유를 확인하세요.</translation>
    </message>
    <message>
        <source>This kind of card is not taken here.</source>
        <translation>이 종류의 카드는 여기에서 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The shop does not take cards issued abroad.</source>
        <translation>상점이 해외 발급 카드를 받지 않습니다.</translation>
    </message>
    <message>
        <source>This card or shop cannot be paid in that currency.</source>
        <translation>이 카드 또는 상점에서는 해당 통화로 결제할 수 없습니다.</translation>
    </message>
    <message>
        <source>Installments are not possible with this card or at this shop.</source>
        <translation>이 카드 또는 상점에서는 할부를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The number of installment months is not allowed.</source>
        <translation>선택한 할부 개월 수로는 결제할 수 없습니다.</translation>
    </message>
    <message>
        <source>The amount is too small for installments.</source>
        <translation>할부를 하기에는 금액이 적습니다.</translation>
    </message>
    <message>
        <source>A limit of the card is reached (amount or number of payments). The card company can tell the customer more.</source>
        <translation>카드의 한도(금액 또는 횟수)를 넘었습니다. 자세한 내용은 고객이 카드사에 문의하면 됩니다.</translation>
    </message>
    <message>
        <source>The limit is reached, or there is not enough money. The card company or bank can tell the customer more.</source>
        <translation>한도를 넘었거나 잔액이 부족합니다. 자세한 내용은 고객이 카드사나 은행에 문의하면 됩니다.</translation>
    </message>
    <message>
        <source>A limit per person is reached; the text does not say whether it is the card company&apos;s or the PG&apos;s. If the card company knows of none, ask the PG.</source>
        <translation>개인별 한도를 넘었습니다. 카드사 한도인지 PG사 한도인지는 나와 있지 않습니다. 카드사 한도에 문제가 없다면 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>The card is blocked, cancelled or reported lost or stolen. The customer should ask the card company.</source>
        <translation>정지·해지되었거나 분실·도난 신고된 카드입니다. 고객이 카드사에 문의해야 합니다.</translation>
    </message>
    <message>
        <source>The card is not registered for use yet, or a newly issued card replaces it. The customer can register it with the card company.</source>
        <translation>아직 사용 등록을 하지 않은 카드이거나 새로 발급된 카드가 있습니다. 카드사에서 사용 등록을 하면 됩니다.</translation>
    </message>
    <message>
        <source>The card company refused and gives no reason to the shop. Only the customer can ask the card company.</source>
        <translation>카드사가 거절했으며 상점에는 사유를 알려 주지 않습니다. 고객이 카드사에 문의해야 합니다.</translation>
    </message>
    <message>
        <source>The card number was wrong.</source>
        <translation>카드번호가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The card has expired, or its expiry date was entered wrongly.</source>
        <translation>카드의 유효기간이 지났거나 유효기간을 잘못 입력했습니다.</translation>
    </message>
    <message>
        <source>The security code (CVC) was wrong.</source>
        <translation>CVC 번호가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Some of the card&apos;s details were entered wrongly.</source>
        <translation>카드 정보 일부가 잘못 입력되었습니다.</translation>
    </message>
    <message>
        <source>The card is not in the customer&apos;s own name, or the birth date or ID number does not match the cardholder.</source>
        <translation>본인 명의 카드가 아니거나, 입력한 생년월일·주민등록번호가 카드 소유자와 다릅니다.</translation>
    </message>
    <message>
        <source>The password was wrong, perhaps too many times. If it is locked, the card company, bank or pay service unlocks it.</source>
        <translation>비밀번호가 틀렸거나 오류 횟수를 넘었습니다. 잠긴 경우 카드사·은행·간편결제사에서 풀 수 있습니다.</translation>
    </message>
    <message>
        <source>No password is registered for this card. The customer can register one with the card company.</source>
        <translation>카드 비밀번호가 등록되어 있지 않습니다. 고객이 카드사에 등록해야 합니다.</translation>
    </message>
    <message>
        <source>The authentication at the card company was not completed (failed, stopped or not possible with this card).</source>
        <translation>카드사 인증이 완료되지 않았습니다(실패, 중단 또는 인증이 안 되는 카드).</translation>
    </message>
    <message>
        <source>The customer&apos;s certificate has expired or is not valid and must be renewed.</source>
        <translation>고객의 인증서가 만료되었거나 유효하지 않습니다. 다시 발급받아야 합니다.</translation>
    </message>
    <message>
        <source>There is not enough money in the account (for a debit card: the account behind it).</source>
        <translation>계좌 잔액이 부족합니다(체크카드는 연결 계좌).</translation>
    </message>
    <message>
        <source>There are not enough points or prepaid money.</source>
        <translation>포인트나 충전 잔액이 부족합니다.</translation>
    </message>
    <message>
        <source>The card&apos;s points cannot be used for this payment.</source>
        <translation>이 결제에는 카드 포인트를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The account&apos;s transfer limit is reached. The customer can ask the bank.</source>
        <translation>계좌의 출금(이체) 한도를 넘었습니다. 고객이 은행에 문의하면 됩니다.</translation>
    </message>
    <message>
        <source>The bank account is wrong, or not registered for withdrawals.</source>
        <translation>계좌번호가 올바르지 않거나 출금이체 등록이 되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The bank account is suspended, closed or reported lost. The customer should ask the bank.</source>
        <translation>거래가 정지되었거나 해지·사고 신고된 계좌입니다. 고객이 은행에 문의해야 합니다.</translation>
    </message>
    <message>
        <source>The virtual account&apos;s deadline is over. If the customer says that they paid, check the deposit in the PG&apos;s console first.</source>
        <translation>가상계좌 입금기한이 지났습니다. 고객이 입금했다고 하면 먼저 PG사 관리자 화면에서 입금 여부를 확인하세요.</translation>
    </message>
    <message>
        <source>The virtual account was closed before a deposit. The customer must not send money to it; ask the PG about a transfer already made.</source>
        <translation>가상계좌가 입금 전에 말소되었습니다. 이 계좌로 입금하면 안 됩니다. 이미 보냈다면 PG사에 확인하세요.</translation>
    </message>
    <message>
        <source>PayPal could not charge the card or account that the customer chose.</source>
        <translation>페이팔에서 고객이 고른 카드나 계좌로 결제하지 못했습니다.</translation>
    </message>
    <message>
        <source>The customer&apos;s PayPal account cannot pay at the moment. Only PayPal can tell the customer why.</source>
        <translation>고객의 페이팔 계정으로 지금 결제할 수 없습니다. 고객이 페이팔에 문의해야 합니다.</translation>
    </message>
    <message>
        <source>The phone payment limit is reached. The customer can ask the mobile carrier.</source>
        <translation>휴대폰 결제 한도를 넘었습니다. 고객이 통신사에 문의하면 됩니다.</translation>
    </message>
    <message>
        <source>Phone payment is blocked by an unpaid phone bill. The customer should ask the mobile carrier.</source>
        <translation>미납 요금 때문에 휴대폰 결제를 할 수 없습니다. 고객이 통신사에 문의해야 합니다.</translation>
    </message>
    <message>
        <source>Phone payment is switched off for this number. The customer can have the carrier switch it on.</source>
        <translation>이 번호는 휴대폰 소액결제가 차단되어 있습니다. 고객이 통신사에서 차단을 풀어야 합니다.</translation>
    </message>
    <message>
        <source>The phone number is suspended or no longer in service. The customer should ask the mobile carrier.</source>
        <translation>정지되었거나 해지된 휴대폰 번호입니다. 고객이 통신사에 문의해야 합니다.</translation>
    </message>
    <message>
        <source>This kind of phone contract (corporate, prepaid, minor) cannot pay by phone.</source>
        <translation>법인·선불·미성년자 명의 휴대폰 등으로는 결제할 수 없습니다.</translation>
    </message>
    <message>
        <source>The details entered do not match the phone&apos;s subscriber.</source>
        <translation>입력한 정보가 휴대폰 가입자 정보와 다릅니다.</translation>
    </message>
    <message>
        <source>The code sent to the phone was wrong or too late.</source>
        <translation>휴대폰으로 받은 번호가 틀렸거나 입력 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>The phone payment company restricts this customer by its own policy. The customer can ask that company.</source>
        <translation>휴대폰 결제사의 정책으로 이용이 제한되었습니다. 고객이 해당 결제사에 문의하면 됩니다.</translation>
    </message>
    <message>
        <source>There was technical trouble.</source>
        <translation>시스템 문제가 있었습니다.</translation>
    </message>
    <message>
        <source>The card company had technical trouble.</source>
        <translation>카드사 시스템 문제였습니다.</translation>
    </message>
    <message>
        <source>The bank was down or outside its service hours.</source>
        <translation>은행 시스템 문제이거나 은행 서비스 시간이 아니었습니다.</translation>
    </message>
    <message>
        <source>The mobile carrier had technical trouble.</source>
        <translation>통신사 시스템 문제였습니다.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n개월</numerusform>
        </translation>
    </message>
    <message>
        <source>Depositor</source>
        <translation>입금자</translation>
    </message>
    <message>
        <source>Payment company&apos;s status</source>
        <translation>결제사 상태</translation>
    </message>
    <message>
        <source>Reason for waiting</source>
        <translation>대기 사유</translation>
    </message>
    <message>
        <source>Reason code</source>
        <translation>사유 코드</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Amounts and times</source>
        <translation>금액과 시각</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Easy pay</source>
        <translation>간편결제</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드사</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>카드번호</translation>
    </message>
    <message>
        <source>Card type</source>
        <translation>카드 종류</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>발급사</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>발행사</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>승인번호</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>Virtual account</source>
        <translation>가상계좌</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>계좌번호</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>예금주</translation>
    </message>
    <message>
        <source>Deposit deadline</source>
        <translation>입금기한</translation>
    </message>
    <message>
        <source>Account issued</source>
        <translation>발급 시각</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>결제금액</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소금액</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>Cash receipt (automatic)</source>
        <translation>현금영수증 자동발급</translation>
    </message>
    <message>
        <source>Single payment</source>
        <translation>일시불</translation>
    </message>
    <message>
        <source>Installments</source>
        <translation>할부</translation>
    </message>
    <message>
        <source>Status (API)</source>
        <translation>상태 (API)</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>결제 요청</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>결제 실패</translation>
    </message>
    <message>
        <source>Failure reason</source>
        <translation>실패 사유</translation>
    </message>
    <message>
        <source>Last cancelled</source>
        <translation>마지막 취소</translation>
    </message>
    <message>
        <source>Cancellation reason</source>
        <translation>취소 사유</translation>
    </message>
    <message>
        <source>Payment gateway</source>
        <translation>결제대행사(PG)</translation>
    </message>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>MID</source>
        <translation>상점아이디(MID)</translation>
    </message>
    <message>
        <source>PG transaction no.</source>
        <translation>PG 거래번호</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>결제환경</translation>
    </message>
    <message>
        <source>Test payment</source>
        <translation>테스트 결제</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>에스크로</translation>
    </message>
    <message>
        <source>Recurring payment</source>
        <translation>정기결제</translation>
    </message>
    <message>
        <source>customer_uid</source>
        <translation>customer_uid</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>그 외 정보</translation>
    </message>
    <message>
        <source>There are more than fit here; the raw answer has them all.</source>
        <translation>여기에 다 표시할 수 없습니다. 전체 내용은 응답 원문에서 확인해 주세요.</translation>
    </message>
    <message>
        <source>Shop&apos;s own data</source>
        <translation>상점 추가 정보</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>브라우저</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>프로모션</translation>
    </message>
    <message>
        <source>Promotion discount</source>
        <translation>프로모션 할인</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>Cash receipt</source>
        <translation>현금영수증</translation>
    </message>
    <message>
        <source>Escrow delivery</source>
        <translation>에스크로 배송</translation>
    </message>
    <message>
        <source>Amounts by payment method</source>
        <translation>결제수단별 금액</translation>
    </message>
    <message>
        <source>None was issued through PortOne.</source>
        <translation>포트원을 통해 발급된 현금영수증이 없습니다.</translation>
    </message>
    <message>
        <source>No delivery is registered.</source>
        <translation>등록된 배송 정보가 없습니다.</translation>
    </message>
    <message>
        <source>The server has none for this payment.</source>
        <translation>서버에 이 결제의 결제수단별 금액 정보가 없습니다.</translation>
    </message>
    <message>
        <source>Could not be read: {reason}</source>
        <translation>조회하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소 시각</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>부가세</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급 시각</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>승인번호</translation>
    </message>
    <message>
        <source>Receipt transaction</source>
        <translation>발급 거래번호</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>택배사</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>운송장번호</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>발송 시각</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>등록 시각</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>수령 시각</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Card, transfer, phone</source>
        <translation>카드·계좌·휴대폰</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인</translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>As of {time}</source>
        <translation>{time} 기준</translation>
    </message>
    <message>
        <source>looking up again</source>
        <translation>새로 고치는 중</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남은 금액</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>PG cancellation no.</source>
        <translation>PG 취소번호</translation>
    </message>
    <message>
        <source>Deposited at (KST)</source>
        <translation>입금 시각 (KST)</translation>
    </message>
    <message>
        <source>Cancel history</source>
        <translation>취소 내역</translation>
    </message>
    <message>
        <source>Cancelled at (KST)</source>
        <translation>취소 시각 (KST)</translation>
    </message>
    <message>
        <source>Cancellation ID</source>
        <translation>취소 ID</translation>
    </message>
    <message>
        <source>Depositor</source>
        <translation>입금자</translation>
    </message>
    <message>
        <source>PG transaction no.</source>
        <translation>PG 거래번호</translation>
    </message>
    <message>
        <source>Deposit history</source>
        <translation>입금 내역</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Sort by: {heading}</source>
        <translation>정렬: {heading}</translation>
    </message>
    <message>
        <source>Filter by reason, amount or day</source>
        <translation>사유·금액·날짜로 찾기</translation>
    </message>
    <message>
        <source>Click to sort, or press the menu key in the table</source>
        <translation>누르면 정렬합니다. 표에서 메뉴 키를 눌러도 됩니다.</translation>
    </message>
    <message>
        <source>Total {amount}</source>
        <translation>합계 {amount}</translation>
    </message>
    <message>
        <source>Remaining {amount}</source>
        <translation>남은 금액 {amount}</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count}건 중 {shown}건</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>Stored on this computer: {key}, since {day}, for {address}</source>
        <translation>이 PC에 저장된 키: {key}, {day}부터, {address}용</translation>
    </message>
    <message>
        <source>Stored on this computer: {key}, for {address}</source>
        <translation>이 PC에 저장된 키: {key}, {address}용</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>열기 (Enter)</translation>
    </message>
    <message>
        <source>Another program asks to open the order {number}.</source>
        <translation>다른 프로그램이 주문번호 {number} 조회를 요청했습니다.</translation>
    </message>
    <message>
        <source>Another program asks to open the payment {imp_uid}.</source>
        <translation>다른 프로그램이 {imp_uid} 결제 조회를 요청했습니다.</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>REST API key…</source>
        <translation>REST API 키…</translation>
    </message>
    <message>
        <source>Leave sample mode</source>
        <translation>예시 끝내기</translation>
    </message>
    <message>
        <source>Sample payments</source>
        <translation>예시 결제 보기</translation>
    </message>
    <message>
        <source>About iamport desktop</source>
        <translation>아임포트 데스크톱 정보</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>iamport desktop</source>
        <translation>아임포트 데스크톱</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>sample payments</source>
        <translation>예시 결제</translation>
    </message>
    <message>
        <source>Leave sample mode</source>
        <translation>예시 끝내기</translation>
    </message>
    <message>
        <source>Sample payments: nothing here is real, and no key is used.</source>
        <translation>예시 결제 화면입니다. 실제 결제가 아니며, 키를 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation>예시 결제 목록 보기</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The payment server did not accept the request.</source>
        <translation>결제 서버가 요청을 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>The payment server says: {message}</source>
        <translation>결제 서버 응답: {message}</translation>
    </message>
    <message>
        <source>Check the id. If it is right, ask PortOne with the technical details below.</source>
        <translation>번호를 확인해 주세요. 번호가 맞다면 아래 기술 정보와 함께 포트원에 문의해 주세요.</translation>
    </message>
    <message>
        <source>The payment server does not accept this REST API key and secret.</source>
        <translation>REST API 키 또는 시크릿이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Enter them again from the PortOne console (V1 API keys, not the V2 secret).</source>
        <translation>포트원 콘솔의 [식별코드·API&#xa0;Keys] → [V1&#xa0;API]에서 값을 확인해 다시 입력해 주세요. V2 시크릿은 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Try again in a minute. If it goes on, check the key in the PortOne console.</source>
        <translation>1분 후 다시 시도해 주세요. 계속되면 포트원 콘솔에서 키를 확인해 주세요.</translation>
    </message>
    <message>
        <source>The payment server does not allow this request.</source>
        <translation>결제 서버가 이 요청을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Check in the PortOne console what this key may do, and from which addresses.</source>
        <translation>포트원 콘솔에서 이 키의 권한과 접속이 허용된 IP 주소를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Check the id. If it is right, it belongs to another shop&apos;s key.</source>
        <translation>번호를 확인해 주세요. 번호가 맞다면 다른 상점의 키로 조회해야 하는 결제입니다.</translation>
    </message>
    <message>
        <source>No payment with this id was found.</source>
        <translation>이 번호의 결제를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>There are three possible reasons: the id was mistyped; it belongs to another shop&apos;s key; or it is a test payment, which is left out unless it is asked for.</source>
        <translation>원인은 세 가지일 수 있습니다. 번호를 잘못 입력했거나, 다른 상점의 키로 조회해야 하는 결제이거나, 테스트 결제입니다. 테스트 결제는 포함하도록 선택해야 조회됩니다.</translation>
    </message>
    <message>
        <source>The payment server did not understand the request (HTTP {status}).</source>
        <translation>결제 서버가 요청을 처리하지 못했습니다. (HTTP {status})</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>1분 정도 기다린 뒤 다시 시도해 주세요.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>%n초 후 다시 시도해 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many requests were made with this key.</source>
        <translation>이 키로 보낸 요청이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The payment server reported an error (HTTP {status}).</source>
        <translation>결제 서버에 문제가 발생했습니다. (HTTP {status})</translation>
    </message>
    <message>
        <source>This is not your fault. Try again in a few minutes.</source>
        <translation>입력한 내용이나 이 컴퓨터의 문제는 아닙니다. 몇 분 후 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>the payment server</source>
        <translation>결제 서버</translation>
    </message>
    <message>
        <source>{host} could not be reached.</source>
        <translation>{host}에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the network connection, then try again.</source>
        <translation>네트워크 연결을 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>No answer came within {seconds} seconds.</source>
        <translation>{seconds}초 안에 응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>The network or the payment server is slow. Try again in a moment.</source>
        <translation>네트워크나 결제 서버가 느립니다. 잠시 후 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The address of {host} could not be found.</source>
        <translation>{host}의 주소를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>This computer seems to be offline, or its DNS is not working. Check the network, then try again.</source>
        <translation>이 컴퓨터가 인터넷에 연결되어 있지 않거나 DNS에 문제가 있는 것 같습니다. 네트워크를 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>{host} refused the connection.</source>
        <translation>{host}에서 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>A firewall or proxy may be in between. Try again, or ask your network administrator.</source>
        <translation>방화벽이나 프록시가 막고 있을 수 있습니다. 다시 시도하거나 네트워크 관리자에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>There is no network connection to {host}.</source>
        <translation>{host}까지 네트워크가 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Check the cable, the Wi-Fi or the VPN, then try again.</source>
        <translation>랜선, Wi-Fi, VPN 연결을 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>This text cannot be searched for.</source>
        <translation>이 내용으로는 조회할 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the imp_uid or the order number.</source>
        <translation>imp_uid 또는 주문번호를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Check the number. If it is right, no payment was attempted for it, or it belongs to another shop&apos;s key.</source>
        <translation>번호를 확인해 주세요. 번호가 맞다면 결제를 시도한 적이 없거나, 다른 상점의 키로 조회해야 하는 주문입니다.</translation>
    </message>
    <message>
        <source>The name comes from this computer&apos;s proxy setting. Check the network or the VPN, or ask your network administrator.</source>
        <translation>이 PC의 프록시 설정에 있는 이름입니다. 네트워크나 VPN을 확인하거나 네트워크 관리자에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>응답을 다 받기 전에 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>Try again. If it goes on, the network drops connections.</source>
        <translation>다시 시도해 주세요. 계속되면 네트워크 연결이 불안정한 것입니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting is malformed.</source>
        <translation>이 PC의 프록시 설정 형식이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was sent. Special characters in it must be written with % (# as %23, ? as %3F). Ask your network administrator to correct it.</source>
        <translation>아무것도 전송하지 않았습니다. 설정 안의 특수문자는 % 코드로 바꿔 적어야 합니다(#은 %23, ?는 %3F). 네트워크 관리자에게 수정을 요청해 주세요.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting is of a kind that this app cannot use.</source>
        <translation>이 PC에 설정된 프록시는 이 앱에서 쓸 수 없는 종류입니다.</translation>
    </message>
    <message>
        <source>Nothing was sent. The app can use a proxy whose address begins with http:// or https://. Ask your network administrator for one.</source>
        <translation>아무것도 전송하지 않았습니다. 이 앱은 주소가 http:// 또는 https://로 시작하는 프록시만 쓸 수 있습니다. 네트워크 관리자에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired.</source>
        <translation>{host}의 인증서가 만료되었습니다.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>{host}의 인증서가 아직 유효하지 않습니다.</translation>
    </message>
    <message>
        <source>The certificate shown is not that of {host}.</source>
        <translation>받은 인증서가 {host}의 인증서가 아닙니다.</translation>
    </message>
    <message>
        <source>The certificate of {host} comes from an issuer that this computer does not trust.</source>
        <translation>{host}의 인증서는 이 컴퓨터가 신뢰하지 않는 기관에서 발급한 것입니다.</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made.</source>
        <translation>{host}에 안전하게 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was sent. If your company inspects traffic, its root certificate has to be installed in the system.</source>
        <translation>아무것도 전송하지 않았습니다. 회사에서 네트워크 트래픽을 검사한다면 회사의 루트 인증서가 시스템에 설치되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check this computer&apos;s date and time, then try again.</source>
        <translation>아무것도 전송하지 않았습니다. 이 컴퓨터의 날짜와 시각을 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The company&apos;s proxy asks for a login.</source>
        <translation>회사 프록시에서 로그인을 요구합니다.</translation>
    </message>
    <message>
        <source>The company&apos;s proxy did not let the request through.</source>
        <translation>회사 프록시가 요청을 통과시키지 않았습니다.</translation>
    </message>
    <message>
        <source>Ask your network administrator to let this app reach the payment server.</source>
        <translation>이 앱이 결제 서버에 접속할 수 있도록 네트워크 관리자에게 요청해 주세요.</translation>
    </message>
    <message>
        <source>This is not an imp_uid.</source>
        <translation>imp_uid가 아닙니다.</translation>
    </message>
    <message>
        <source>An imp_uid is imp_ and digits, for example imp_123456789012.</source>
        <translation>imp_uid는 imp_와 숫자로 이루어져 있습니다. 예: imp_123456789012</translation>
    </message>
    <message>
        <source>This is not an address of a server: {url}</source>
        <translation>서버 주소가 아닙니다: {url}</translation>
    </message>
    <message>
        <source>The address must begin with https://: {url}</source>
        <translation>주소는 https://로 시작해야 합니다: {url}</translation>
    </message>
    <message>
        <source>The address must be a host alone, without path, user or query: {url}</source>
        <translation>주소에는 경로, 사용자, 쿼리 없이 호스트만 있어야 합니다: {url}</translation>
    </message>
    <message>
        <source>Give it as https://host or https://host:port.</source>
        <translation>https://호스트 또는 https://호스트:포트 형식으로 지정해 주세요.</translation>
    </message>
    <message>
        <source>Something unexpected happened in this app.</source>
        <translation>앱에서 예기치 않은 문제가 발생했습니다.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the technical details below.</source>
        <translation>다시 시도해 주세요. 같은 문제가 반복되면 아래 기술 정보와 함께 담당자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>These are sample payments. Choose one of the list, or enter a key to look up real ones.</source>
        <translation>지금은 예시 결제만 조회할 수 있습니다. 목록에서 선택하거나, 실제 결제를 조회하려면 키를 입력해 주세요.</translation>
    </message>
    <message>
        <source>No payment {id} was found.</source>
        <translation>{id} 결제를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>The payment server refused the authentication.</source>
        <translation>결제 서버가 인증을 거부했습니다.</translation>
    </message>
    <message>
        <source>No payment {id} was found, nor among test payments.</source>
        <translation>{id} 결제를 찾을 수 없습니다. 테스트 결제에도 없습니다.</translation>
    </message>
    <message>
        <source>The keyring of this computer reported an error.</source>
        <translation>이 PC의 암호 저장소에서 오류가 발생했습니다.</translation>
    </message>
    <message>
        <source>Try again, or enter the key for this run only; it is forgotten when the app closes.</source>
        <translation>다시 시도하거나, 이번 실행에만 사용할 키를 입력해 주세요. 이 키는 앱을 닫으면 지워집니다.</translation>
    </message>
    <message>
        <source>This computer has no keyring to store the key.</source>
        <translation>이 PC에 키를 안전하게 보관할 암호 저장소가 없습니다.</translation>
    </message>
    <message>
        <source>Start or install one (GNOME Keyring or KWallet on Linux), or enter the key for this run only; it is forgotten when the app closes.</source>
        <translation>암호 저장소를 실행하거나 설치해 주세요(리눅스: GNOME Keyring 또는 KWallet). 이번 실행에만 사용할 키를 입력할 수도 있으며, 이 키는 앱을 닫으면 지워집니다.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>이 PC의 암호 저장소가 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or enter the key for this run only.</source>
        <translation>잠금을 해제하고 다시 시도하거나, 이번 실행에만 사용할 키를 입력해 주세요.</translation>
    </message>
    <message>
        <source>The keyring&apos;s prompt was closed without an answer.</source>
        <translation>암호 저장소의 확인 창이 응답 없이 닫혔습니다.</translation>
    </message>
    <message>
        <source>Try again and allow the access, or enter the key for this run only.</source>
        <translation>다시 시도해 접근을 허용하거나, 이번 실행에만 사용할 키를 입력해 주세요.</translation>
    </message>
    <message>
        <source>The keyring did not accept the key.</source>
        <translation>암호 저장소에 키를 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Use it for this run only, and save it again later.</source>
        <translation>이번 실행에만 사용하고, 나중에 다시 저장해 주세요.</translation>
    </message>
    <message>
        <source>The keyring&apos;s entry for this app cannot be read.</source>
        <translation>암호 저장소에 있는 이 앱의 항목을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Enter the key again; saving replaces the entry.</source>
        <translation>키를 다시 입력해 주세요. 저장하면 기존 항목을 대체합니다.</translation>
    </message>
    <message>
        <source>The keyring has not answered yet.</source>
        <translation>암호 저장소가 아직 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>It may be asking for your password in another window. Answer there, or enter the key for this run only.</source>
        <translation>다른 창에서 비밀번호를 묻고 있을 수 있습니다. 그 창에 비밀번호를 입력하거나, 이번 실행에만 사용할 키를 입력해 주세요.</translation>
    </message>
    <message>
        <source>REST API key</source>
        <translation>REST API 키</translation>
    </message>
    <message>
        <source>REST API secret</source>
        <translation>REST API 시크릿</translation>
    </message>
    <message>
        <source>The {field} is missing.</source>
        <translation>{field} 값이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The {field} is too long.</source>
        <translation>{field} 값이 너무 깁니다.</translation>
    </message>
    <message>
        <source>The {field} holds a space, a Korean letter or another character that no key has.</source>
        <translation>{field} 값에 공백이나 한글 등 키에 쓰이지 않는 문자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>{number}: there is no payment with this order number.</source>
        <translation>{number}: 이 주문번호의 결제가 없습니다.</translation>
    </message>
    <message>
        <source>There is no sample payment {what}.</source>
        <translation>예시 결제 중에 {what} 건이 없습니다.</translation>
    </message>
    <message>
        <source>{number}: there is no payment with this order number or imp_uid.</source>
        <translation>{number}: 이 주문번호나 imp_uid의 결제가 없습니다.</translation>
    </message>
    <message>
        <source>The address of the proxy {host} could not be found.</source>
        <translation>프록시 {host}의 주소를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>The proxy {host} refused the connection.</source>
        <translation>프록시 {host}에서 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>Copy it again from the PortOne console.</source>
        <translation>포트원 콘솔에서 다시 복사해 주세요.</translation>
    </message>
    <message>
        <source>The payment server&apos;s answer could not be read.</source>
        <translation>결제 서버의 응답을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, look the payment up in the PortOne console.</source>
        <translation>다시 시도해 주세요. 같은 문제가 반복되면 포트원 콘솔에서 결제를 조회해 주세요.</translation>
    </message>
    <message>
        <source>Something else answered in place of the payment server.</source>
        <translation>결제 서버가 아닌 다른 곳에서 응답했습니다.</translation>
    </message>
    <message>
        <source>A login page of the network or a proxy may be in between. Open a web page in the browser, then try again.</source>
        <translation>네트워크 로그인 화면이나 프록시가 중간에 있을 수 있습니다. 브라우저에서 웹 페이지를 열어 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The answer was larger than any payment and was not read.</source>
        <translation>응답이 결제 정보로 보기에는 너무 커서 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The server answered with another payment than the one asked for; it is not shown.</source>
        <translation>요청한 것과 다른 결제가 응답으로 와서 표시하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Enter the REST API key once</source>
        <translation>REST API 키를 한 번만 입력해 주세요</translation>
    </message>
    <message>
        <source>Enter key…</source>
        <translation>키 입력…</translation>
    </message>
    <message>
        <source>View sample payments</source>
        <translation>예시 결제 보기</translation>
    </message>
    <message>
        <source>Fetching the key from the keyring…</source>
        <translation>저장된 키를 가져오는 중…</translation>
    </message>
    <message>
        <source>The app reads payments with the REST API key and secret of your shop (PortOne console, V1 API keys). They are kept safely on this computer alone.</source>
        <translation>상점의 REST API 키와 시크릿으로 결제를 조회합니다. 값은 포트원 콘솔의 [식별코드·API Keys] → [V1 API]에 있으며, 이 PC에만 안전하게 보관됩니다.</translation>
    </message>
    <message>
        <source>Looking up</source>
        <translation>조회 중</translation>
    </message>
    <message>
        <source>Looking up {what}…</source>
        <translation>{what} 조회 중…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 조회</translation>
    </message>
    <message>
        <source>Paste an imp_uid or an order number, and press Enter</source>
        <translation>imp_uid나 주문번호를 붙여넣고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>For example imp_123456789012, ORD-20261125-0001, or a whole message from a customer: the number in it is found.</source>
        <translation>예: imp_123456789012, ORD-20261125-0001. 상담 내용을 통째로 붙여넣어도 그 안의 번호를 찾습니다.</translation>
    </message>
    <message>
        <source>Look up as order number</source>
        <translation>주문번호로 조회</translation>
    </message>
    <message>
        <source>Show the sample payments</source>
        <translation>예시 결제 목록 보기</translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation>저장된 키 다시 확인</translation>
    </message>
    <message>
        <source>Include test payments and search again</source>
        <translation>테스트 결제를 포함해 다시 조회</translation>
    </message>
    <message>
        <source>The answer is late ({seconds} s)</source>
        <translation>응답이 늦습니다 ({seconds}초)</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>Amount unknown</source>
        <translation>금액 알 수 없음</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품명</translation>
    </message>
    <message>
        <source>Deadline: {time} ({left}).</source>
        <translation>입금기한: {time} ({left}).</translation>
    </message>
    <message>
        <source>No fixed amount</source>
        <translation>금액 미정</translation>
    </message>
    <message>
        <source>No payment</source>
        <translation>결제 없음</translation>
    </message>
    <message>
        <source>Deadline: {time}.</source>
        <translation>입금기한: {time}.</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>에스크로</translation>
    </message>
    <message>
        <source>Recurring payment</source>
        <translation>정기결제</translation>
    </message>
    <message>
        <source>Cash receipt issued</source>
        <translation>현금영수증 발급</translation>
    </message>
    <message>
        <source>Registered {time}</source>
        <translation>{time} 등록</translation>
    </message>
    <message>
        <source>Paid {time}</source>
        <translation>{time} 결제</translation>
    </message>
    <message>
        <source>Ended {time}</source>
        <translation>{time} 실패</translation>
    </message>
    <message>
        <source>Requested {time}</source>
        <translation>{time} 요청</translation>
    </message>
    <message>
        <source>The PG says: “{reason}”.</source>
        <translation>PG사 응답: ‘{reason}’.</translation>
    </message>
    <message>
        <source>Another payment for the same order is paid: {amount}, {time}.</source>
        <translation>같은 주문에 결제완료된 결제가 있습니다: {amount}, {time}</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>시각 미상</translation>
    </message>
    <message>
        <source>{amount} was deposited after the last cancellation, and has not been given back.</source>
        <translation>마지막 취소 이후 {amount}이 입금되었고, 이 금액은 환불되지 않았습니다.</translation>
    </message>
    <message>
        <source>{amount} was deposited, and no cancellation of it is recorded. The PG&apos;s console shows where it is.</source>
        <translation>{amount}이 입금되었지만 취소 내역이 없습니다. PG사 관리자 화면에서 확인하세요.</translation>
    </message>
    <message>
        <source>The deposits add up to {deposited}, the payment is about {amount}.</source>
        <translation>입금 합계는 {deposited}이고 결제금액은 {amount}입니다.</translation>
    </message>
    <message>
        <source>The payment is dated before its request; the times contradict each other.</source>
        <translation>결제 시각이 결제 요청 시각보다 빠릅니다. 시각이 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The cancel history does not add up to the cancelled amount.</source>
        <translation>취소 내역의 합계가 취소금액과 다릅니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) came in an unexpected form; see “Everything else”.</source>
        <translation>
            <numerusform>형식이 예상과 다른 항목이 %n개 있습니다. ‘그 외 정보’를 확인해 주세요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentHeader</name>
    <message>
        <source>Test payment</source>
        <translation>테스트 결제</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>알림 끄기</translation>
    </message>
    <message>
        <source>Tell me when it is paid</source>
        <translation>결제되면 알림 받기</translation>
    </message>
    <message>
        <source>Copy account</source>
        <translation>계좌 복사</translation>
    </message>
    <message>
        <source>Tell me when the deposit arrives</source>
        <translation>입금되면 알림 받기</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>{amount} 남음</translation>
    </message>
    <message>
        <source>Paid {amount}</source>
        <translation>결제 {amount}</translation>
    </message>
    <message>
        <source>Cancelled {amount}</source>
        <translation>취소 {amount}</translation>
    </message>
    <message>
        <source>The API answers: {status}</source>
        <translation>API 응답: {status}</translation>
    </message>
    <message>
        <source>Buyer {name}</source>
        <translation>구매자 {name}</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>Payment</source>
        <translation>결제 정보</translation>
    </message>
    <message>
        <source>Raw answer (JSON)</source>
        <translation>응답 원문 (JSON)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>There is no receipt to open.</source>
        <translation>열 수 있는 영수증이 없습니다.</translation>
    </message>
    <message>
        <source>This payment has no approval number.</source>
        <translation>이 결제에는 승인번호가 없습니다.</translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message>
        <source>Show less</source>
        <translation>간단히 보기</translation>
    </message>
    <message>
        <source>Show all fields</source>
        <translation>모든 항목 보기</translation>
    </message>
</context>
<context>
    <name>Provision</name>
    <message>
        <source>Give two lines: the REST API key, and the REST API secret.</source>
        <translation>첫 줄에 REST API 키, 둘째 줄에 REST API 시크릿을 입력해 주세요.</translation>
    </message>
    <message>
        <source>The key for {origin} is stored in the keyring of this computer.</source>
        <translation>{origin}에 사용할 키를 이 컴퓨터의 자격 증명 저장소(키링)에 저장했습니다.</translation>
    </message>
    <message>
        <source>REST API key: </source>
        <translation>REST API 키: </translation>
    </message>
    <message>
        <source>REST API secret (not shown): </source>
        <translation>REST API 시크릿(화면에 표시되지 않음): </translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>The keyring may be asking for its password in another window.</source>
        <translation>자격 증명 저장소(키링)가 다른 창에서 비밀번호를 묻고 있을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Enter an imp_uid or an order number.</source>
        <translation>imp_uid나 주문번호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>This text is longer than an order number.</source>
        <translation>주문번호보다 긴 글입니다.</translation>
    </message>
    <message>
        <source>There are several order numbers in this text: {numbers}</source>
        <translation>이 글에 주문번호가 여러 개 있습니다: {numbers}</translation>
    </message>
    <message>
        <source>There is neither an imp_uid nor an order number in this text.</source>
        <translation>이 글에는 imp_uid도 주문번호도 없습니다.</translation>
    </message>
    <message>
        <source>There is neither an imp_uid nor a single order number in this text.</source>
        <translation>이 글에서 imp_uid나 주문번호를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Look up ‘{text}’ as an order number?</source>
        <translation>주문번호 ‘{text}’ 건을 조회할까요?</translation>
    </message>
    <message>
        <source>A card company&apos;s message, a day or an amount finds no payment. Ask the customer for the order number: it is in the confirmation of the order and in the shop&apos;s list of orders.</source>
        <translation>카드사 문자나 날짜, 금액으로는 결제를 찾을 수 없습니다. 고객에게 주문번호를 물어봐 주세요. 주문 완료 안내와 쇼핑몰의 주문 내역에 있습니다.</translation>
    </message>
    <message>
        <source>Leave one of them in the search box and press Enter.</source>
        <translation>검색창에 하나만 남기고 Enter를 눌러 주세요.</translation>
    </message>
    <message>
        <source>It has {limit} characters at most. Paste the number alone.</source>
        <translation>주문번호는 최대 {limit}자입니다. 번호만 붙여넣어 주세요.</translation>
    </message>
    <message>
        <source>For example imp_123456789012 or ORD-20261125-0001, or a text with one of them in it.</source>
        <translation>예: imp_123456789012, ORD-20261125-0001, 또는 이런 번호가 들어 있는 글.</translation>
    </message>
    <message>
        <source>so it was not sent to the payment server. If it is an order number, press Enter.</source>
        <translation>결제 서버에 보내지 않았습니다. 주문번호가 맞으면 Enter를 눌러 주세요.</translation>
    </message>
    <message>
        <source>It looks like a phone number,</source>
        <translation>전화번호로 보여</translation>
    </message>
    <message>
        <source>It looks like an e-mail address,</source>
        <translation>이메일 주소로 보여</translation>
    </message>
    <message>
        <source>It looks like a card number,</source>
        <translation>카드번호로 보여</translation>
    </message>
    <message>
        <source>It looks like a resident registration number,</source>
        <translation>주민등록번호로 보여</translation>
    </message>
    <message>
        <source>It looks like a bank account number,</source>
        <translation>계좌번호로 보여</translation>
    </message>
    <message>
        <source>It looks like masked personal data,</source>
        <translation>가려진 개인정보로 보여</translation>
    </message>
    <message>
        <source>It may hold a name,</source>
        <translation>이름일 수 있어</translation>
    </message>
    <message>
        <source>It is no whole imp_uid (imp_ and digits),</source>
        <translation>온전한 imp_uid(imp_와 숫자)가 아니어서</translation>
    </message>
    <message>
        <source>It looks like a sentence,</source>
        <translation>문장으로 보여</translation>
    </message>
</context>
<context>
    <name>RawJsonView</name>
    <message>
        <source>not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>Find in the answer</source>
        <translation>응답에서 찾기</translation>
    </message>
    <message>
        <source>The raw answer</source>
        <translation>응답 원문</translation>
    </message>
    <message>
        <source>The answer as JSON</source>
        <translation>JSON 응답 원문</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>전체 복사</translation>
    </message>
</context>
<context>
    <name>ReceiptLink</name>
    <message>
        <source>link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>This link is shown and can be copied, but it is not opened: it may be unsafe.</source>
        <translation>안전하지 않을 수 있어 열지 않습니다. 주소를 확인하거나 복사할 수는 있습니다.</translation>
    </message>
    <message>
        <source>Anyone with this link can open the receipt. Pass it on with care.</source>
        <translation>이 링크가 있으면 누구나 영수증을 볼 수 있습니다. 전달할 때 주의해 주세요.</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>Open receipt</source>
        <translation>영수증 열기</translation>
    </message>
    <message>
        <source>Cancellation slip</source>
        <translation>취소전표</translation>
    </message>
    <message>
        <source>Open cancellation slip</source>
        <translation>취소전표 열기</translation>
    </message>
    <message>
        <source>Cash receipt</source>
        <translation>현금영수증</translation>
    </message>
    <message>
        <source>Open cash receipt</source>
        <translation>현금영수증 열기</translation>
    </message>
    <message>
        <source>Slip before the deposit</source>
        <translation>입금 전 전표</translation>
    </message>
    <message>
        <source>Open slip before the deposit</source>
        <translation>입금 전 전표 열기</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>암호화되지 않음</translation>
    </message>
    <message>
        <source>Not opened: not a web address</source>
        <translation>열지 않음: 웹 주소가 아님</translation>
    </message>
    <message>
        <source>Not opened: too long an address</source>
        <translation>열지 않음: 주소가 너무 긺</translation>
    </message>
    <message>
        <source>Not opened: a character that no address has</source>
        <translation>열지 않음: 주소에 쓸 수 없는 문자</translation>
    </message>
    <message>
        <source>Not opened: a user name hides the host</source>
        <translation>열지 않음: 사용자 이름이 호스트를 가림</translation>
    </message>
    <message>
        <source>Not opened: no valid host</source>
        <translation>열지 않음: 호스트가 올바르지 않음</translation>
    </message>
    <message>
        <source>Not opened: inside a private network</source>
        <translation>열지 않음: 내부망 주소</translation>
    </message>
    <message>
        <source>Slip (not paid)</source>
        <translation>전표(결제 전)</translation>
    </message>
    <message>
        <source>Open slip</source>
        <translation>전표 열기</translation>
    </message>
    <message>
        <source>Card sales slip</source>
        <translation>매출전표</translation>
    </message>
    <message>
        <source>Open sales slip</source>
        <translation>매출전표 열기</translation>
    </message>
</context>
<context>
    <name>Refunds</name>
    <message>
        <source>The deadline for cancelling, {day}, has passed.</source>
        <translation>취소 기한 {day} 지남.</translation>
    </message>
    <message>
        <source>A refund needs the customer&apos;s account.</source>
        <translation>환불하려면 고객의 환불 계좌가 필요합니다.</translation>
    </message>
    <message>
        <source>There is no deadline for cancelling.</source>
        <translation>취소 기한이 없습니다.</translation>
    </message>
    <message>
        <source>Can be cancelled until {day}.</source>
        <translation>{day}까지 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>The deadline for cancelling, about {day}, has passed.</source>
        <translation>취소 기한 {day} 지남(대략적인 기한).</translation>
    </message>
    <message>
        <source>This PG does not refund virtual accounts; the shop gives the money back by itself.</source>
        <translation>이 PG사는 가상계좌 환불을 지원하지 않으므로 상점이 직접 환불해야 합니다.</translation>
    </message>
    <message>
        <source>A refund needs the customer&apos;s account and a contract of the shop with the PG.</source>
        <translation>환불하려면 고객의 환불 계좌와 PG사의 가상계좌 환불 특약이 필요합니다.</translation>
    </message>
    <message>
        <source>the card company</source>
        <translation>카드사</translation>
    </message>
    <message>
        <source>the bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>the mobile carrier</source>
        <translation>통신사</translation>
    </message>
    <message>
        <source>the PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>{amount} cancelled on {day} usually shows at the card company on {window}.</source>
        <translation>{day} 취소분 {amount}: 보통 {window}에 카드사에 반영됩니다.</translation>
    </message>
    <message>
        <source>{amount} cancelled on {day} usually returns to the account of the check card on {window}.</source>
        <translation>{day} 취소분 {amount}: 보통 {window}에 체크카드 결제계좌로 입금됩니다.</translation>
    </message>
    <message>
        <source>{amount} cancelled on {day} usually arrives in the refund account on {window}.</source>
        <translation>{day} 취소분 {amount}: 보통 {window}에 환불 계좌로 입금됩니다.</translation>
    </message>
    <message>
        <source>{amount} cancelled on {day} usually arrives in the customer&apos;s account on {window}.</source>
        <translation>{day} 취소분 {amount}: 보통 {window}에 고객 계좌로 입금됩니다.</translation>
    </message>
    <message>
        <source>{amount} cancelled on {day} is usually refunded on {window}.</source>
        <translation>{day} 취소분 {amount}: 보통 {window}에 환불됩니다.</translation>
    </message>
    <message>
        <source>This payment cannot be cancelled at the PG; the shop gives the money back by itself.</source>
        <translation>이 결제는 PG사에서 취소할 수 없으므로 상점이 직접 환불해야 합니다.</translation>
    </message>
    <message>
        <source>A cancellation that was asked for takes effect later; until then it reads as paid here.</source>
        <translation>취소 요청은 나중에 확정되며, 그때까지 여기에는 결제완료로 보입니다.</translation>
    </message>
    <message>
        <source>Can usually be cancelled until about {day}.</source>
        <translation>보통 {day}경까지 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>The shop gives the money back by itself.</source>
        <translation>상점이 직접 환불해야 합니다.</translation>
    </message>
    <message>
        <source>Ask the PG how the money can be given back.</source>
        <translation>환불 방법은 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>The PG can pay it into an account where the shop has a contract for that.</source>
        <translation>상점이 특약을 맺었다면 PG사가 계좌로 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>In this PG&apos;s test channel, partial cancellations are not shown rightly.</source>
        <translation>이 PG사의 테스트 채널에서는 부분취소가 올바르게 표시되지 않습니다.</translation>
    </message>
    <message>
        <source>{day} or later</source>
        <translation>{day} 이후</translation>
    </message>
    <message>
        <source>The PG may also refuse it.</source>
        <translation>PG사가 취소를 거절할 수도 있습니다.</translation>
    </message>
    <message>
        <source>A part of this payment cannot be cancelled, only all of it.</source>
        <translation>이 결제는 부분취소할 수 없고 전체취소만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The refund of {amount} was to be expected by {day}. If it is not there, ask {whom}.</source>
        <translation>취소분 {amount}의 환불 예상 기간({day}까지)이 지났습니다. 들어오지 않았다면 {whom}에 확인이 필요합니다.</translation>
    </message>
    <message>
        <source>When the refund of {amount} arrives is not known; {whom} can tell.</source>
        <translation>취소분 {amount}이 언제 환불되는지는 알 수 없습니다. {whom}에 확인하세요.</translation>
    </message>
    <message>
        <source>This PG takes no refunds from {start} to {end} (Korean time).</source>
        <translation>이 PG사는 {start}~{end}(한국 시간)에 환불을 받지 않습니다.</translation>
    </message>
    <message>
        <source>For a partial cancellation, the rest is approved anew and the old payment cancelled.</source>
        <translation>부분취소하면 남은 금액을 새로 승인하고 원래 결제를 취소합니다.</translation>
    </message>
    <message>
        <source>A partial cancellation needs an arrangement of the shop with the PG.</source>
        <translation>부분취소하려면 상점이 PG사와 미리 계약해야 합니다.</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n partial cancellation(s) are possible.</source>
        <translation>
            <numerusform>부분취소는 %n번까지 할 수 있습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>The refund</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>the refund</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>The refund of {amount}</source>
        <translation>환불 금액 중 {amount}</translation>
    </message>
    <message>
        <source>the refund of {amount}</source>
        <translation>환불 금액 중 {amount}</translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>{first}~{last}에</translation>
    </message>
    <message>
        <source>{Refund} usually shows at the card company {days}.</source>
        <translation>{Refund}은(는) 보통 {days} 카드사에 반영됩니다.</translation>
    </message>
    <message>
        <source>{Refund} usually returns to the account of your check card {days}.</source>
        <translation>{Refund}은(는) 보통 {days} 체크카드 결제 계좌로 입금됩니다.</translation>
    </message>
    <message>
        <source>{Refund} usually arrives in your refund account {days}.</source>
        <translation>{Refund}은(는) 보통 {days} 환불 계좌로 입금됩니다.</translation>
    </message>
    <message>
        <source>{Refund} usually arrives in your account {days}.</source>
        <translation>{Refund}은(는) 보통 {days} 고객님의 계좌로 입금됩니다.</translation>
    </message>
    <message>
        <source>{Refund} usually arrives {days}.</source>
        <translation>{Refund}은(는) 보통 {days} 환불됩니다.</translation>
    </message>
    <message>
        <source>{Refund} was to be expected by {day}. If it is not there, please ask your card company.</source>
        <translation>{Refund}의 반영 예상 기간({day}까지)이 지났습니다. 확인되지 않으면 카드사에 문의해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>{Refund} was to be expected by {day}. If it is not there, please ask your bank.</source>
        <translation>{Refund}의 입금 예상 기간({day}까지)이 지났습니다. 확인되지 않으면 은행에 문의해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>{Refund} was to be expected by {day}. If it is not there, please ask your mobile carrier.</source>
        <translation>{Refund}의 반영 예상 기간({day}까지)이 지났습니다. 확인되지 않으면 통신사에 문의해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>{Refund} was to be expected by {day}. If it is not there, please let us know.</source>
        <translation>{Refund}의 입금 예상 기간({day}까지)이 지났습니다. 확인되지 않으면 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Your card company can tell you when {refund} arrives.</source>
        <translation>{refund}의 반영 시점은 카드사에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>Your bank can tell you when {refund} arrives.</source>
        <translation>{refund}의 입금 시점은 은행에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>Your mobile carrier can tell you when {refund} arrives.</source>
        <translation>{refund}의 반영 시점은 통신사에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>{Refund} follows the terms of {service}, which can tell you when it arrives.</source>
        <translation>{Refund}은(는) {service} 정책에 따라 환불되며, 환불 시점은 해당 서비스에서 확인하실 수 있습니다.</translation>
    </message>
    <message>
        <source>We will check when {refund} arrives and let you know.</source>
        <translation>{refund}의 입금 시점을 확인해 안내해 드리겠습니다.</translation>
    </message>
    <message>
        <source>on {day} or later</source>
        <translation>{day} 이후에</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day}에</translation>
    </message>
    <message>
        <source>We will tell you as soon as we know more.</source>
        <translation>확인되는 대로 안내해 드리겠습니다.</translation>
    </message>
    <message>
        <source>Please do not pay again before we let you know.</source>
        <translation>다시 안내해 드릴 때까지 새로 결제하지 말아 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>[For the agent] This is a test payment, so there is no reply to the customer.</source>
        <translation>[상담원 확인용] 테스트 결제여서 고객 답변이 없습니다. 고객에게 보내지 마세요.</translation>
    </message>
    <message>
        <source>Hello, this is {shop}.</source>
        <translation>안녕하세요, 고객님. {shop}입니다.</translation>
    </message>
    <message>
        <source>{payment} was cancelled in full, the last part on {day}.</source>
        <translation>{payment}가 전체취소되었습니다(마지막 취소 {day}).</translation>
    </message>
    <message>
        <source>Of {amount}, {cancelled} was cancelled, the last part on {day}, and the remaining {remaining} stays paid.</source>
        <translation>{amount} 중 {cancelled}이(가) 부분취소되었고(마지막 취소 {day}), 나머지 {remaining}은(는) 결제된 상태입니다.</translation>
    </message>
    <message>
        <source>{payment} did not go through.</source>
        <translation>{payment}가 완료되지 않았습니다.</translation>
    </message>
    <message>
        <source>{payment} is waiting for approval.</source>
        <translation>{payment}는 현재 승인을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>Please pay at the store by the number or code that you were sent.</source>
        <translation>안내받으신 번호나 바코드로 편의점에서 결제해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Another payment for the same order is complete, so you don&apos;t need to pay again.</source>
        <translation>같은 주문의 다른 결제가 완료되어 있으니 다시 결제하지 않으셔도 됩니다.</translation>
    </message>
    <message>
        <source>Hello.</source>
        <translation>안녕하세요, 고객님.</translation>
    </message>
    <message>
        <source>This is about your registration for recurring payments.</source>
        <translation>정기결제 등록 건 안내드립니다.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>감사합니다.</translation>
    </message>
    <message>
        <source>Your deposits of {amount} in all have arrived.</source>
        <translation>입금하신 총 {amount}이(가) 확인되었습니다.</translation>
    </message>
    <message>
        <source>{payment} was completed.</source>
        <translation>{payment}가 정상적으로 완료되었습니다.</translation>
    </message>
    <message>
        <source>Your card or account was registered for recurring payments.</source>
        <translation>정기결제 수단이 등록되었습니다.</translation>
    </message>
    <message>
        <source>The registration of your card or account for recurring payments was cancelled.</source>
        <translation>정기결제 수단 등록이 취소되었습니다.</translation>
    </message>
    <message>
        <source>The registration itself was no payment.</source>
        <translation>등록 자체는 결제가 아닙니다.</translation>
    </message>
    <message>
        <source>{amount} that you sent after the cancellation has not been refunded. We are checking it and will let you know.</source>
        <translation>취소 후에 입금하신 {amount}은(는) 환불되지 않았으며, 확인해 안내해 드리겠습니다.</translation>
    </message>
    <message>
        <source>{payment} was cancelled in full.</source>
        <translation>{payment}가 전체취소되었습니다.</translation>
    </message>
    <message>
        <source>{payment} was cancelled in full on {day}.</source>
        <translation>{payment}가 {day}에 전체취소되었습니다.</translation>
    </message>
    <message>
        <source>{cancelled} of the money that you sent was cancelled.</source>
        <translation>입금하신 금액 중 {cancelled}이(가) 취소되었습니다.</translation>
    </message>
    <message>
        <source>Of {amount}, {cancelled} was cancelled, and the remaining {remaining} stays paid.</source>
        <translation>{amount} 중 {cancelled}이(가) 부분취소되었고, 나머지 {remaining}은(는) 결제된 상태입니다.</translation>
    </message>
    <message>
        <source>Of {amount}, {cancelled} was cancelled on {day}, and the remaining {remaining} stays paid.</source>
        <translation>{amount} 중 {cancelled}이(가) {day}에 부분취소되었고, 나머지 {remaining}은(는) 결제된 상태입니다.</translation>
    </message>
    <message>
        <source>We are checking whether {payment} was approved.</source>
        <translation>{payment}가 승인되었는지 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>No amount was approved.</source>
        <translation>승인된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>We know of no amount that was approved.</source>
        <translation>승인이 확인된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>The registration of your card or account was not completed.</source>
        <translation>정기결제 수단 등록이 완료되지 않았습니다.</translation>
    </message>
    <message>
        <source>{payment} on {when} did not go through.</source>
        <translation>{when}에 시도하신 {payment}가 완료되지 않았습니다.</translation>
    </message>
    <message>
        <source>You can register it again, or another one.</source>
        <translation>다시 등록하시거나 다른 카드나 계좌를 등록하실 수 있습니다.</translation>
    </message>
    <message>
        <source>{payment} is waiting for approval by {service}.</source>
        <translation>{payment}는 현재 {service}의 승인을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The result usually comes within {days} days.</source>
        <translation>보통 {days}일 안에 결과가 정해집니다.</translation>
    </message>
    <message>
        <source>Please pay at the store by the number or code that you were sent. Deadline: {when}.</source>
        <translation>안내받으신 번호나 바코드로 편의점에서 결제해 주시기 바랍니다. 결제 기한은 {when}까지입니다.</translation>
    </message>
    <message>
        <source>If you have already paid, please let us know.</source>
        <translation>이미 결제하셨다면 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Your payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>your payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>This is about your registration for recurring payments for ‘{product}’.</source>
        <translation>‘{product}’ 정기결제 등록 건 안내드립니다.</translation>
    </message>
    <message>
        <source>This is about your payment for ‘{product}’.</source>
        <translation>‘{product}’ 결제 건 안내드립니다.</translation>
    </message>
    <message>
        <source>This is about your payment.</source>
        <translation>결제 건 안내드립니다.</translation>
    </message>
    <message>
        <source>Once you have received the goods, please confirm that (escrow). If you have done so already, you don&apos;t need to do anything else.</source>
        <translation>에스크로 결제이므로 상품을 받으신 뒤 수령 확인을 해 주시기 바랍니다. 이미 하셨다면 추가로 진행하실 사항은 없습니다.</translation>
    </message>
    <message>
        <source>{payment} was completed on {when} with the card or account that you registered.</source>
        <translation>{when}에 등록하신 결제수단으로 {payment}가 정상적으로 완료되었습니다.</translation>
    </message>
    <message>
        <source>Your card or account was registered for recurring payments on {when}.</source>
        <translation>{when}에 정기결제 수단이 등록되었습니다.</translation>
    </message>
    <message>
        <source>Please pay again.</source>
        <translation>다시 결제해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Please check that and pay again.</source>
        <translation>내용을 확인하신 뒤 다시 결제해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Please pay again later, or choose another way to pay.</source>
        <translation>나중에 다시 결제하시거나 다른 결제수단을 이용해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Please choose another way to pay.</source>
        <translation>다른 결제수단을 이용해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Please pay again, or choose another way to pay.</source>
        <translation>다시 결제하시거나 다른 결제수단을 이용해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>We have not been notified of your deposit of {amount} yet.</source>
        <translation>{amount} 입금이 아직 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>The deadline for paying at the store, {when}, has passed, and we have not been notified of a payment.</source>
        <translation>편의점 결제 기한({when})이 지났고, 결제는 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>The deadline for the deposit, {when}, has passed, and we have not been notified of a deposit.</source>
        <translation>입금기한({when})이 지났고, 입금은 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>The payment was closed before it was made at a store.</source>
        <translation>편의점에서 결제하시기 전에 결제 건이 종료되었습니다.</translation>
    </message>
    <message>
        <source>The account for your payment was closed before a deposit was reported, so please send no money to it.</source>
        <translation>입금이 확인되기 전에 가상계좌가 닫혔으니, 이 계좌로 입금하지 말아 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>{payment} has not been confirmed.</source>
        <translation>{payment}는 완료가 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>{payment} has not been confirmed yet.</source>
        <translation>{payment}는 아직 완료가 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>Please send the money to this account:</source>
        <translation>아래 계좌로 입금해 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>If you have already paid, here or in another way, please send no money and let us know.</source>
        <translation>이미 입금하셨거나 다른 방법으로 결제하셨다면 입금하지 마시고 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>If you have not, you can order again.</source>
        <translation>그렇지 않다면 다시 주문하실 수 있습니다.</translation>
    </message>
    <message>
        <source>Your payment of {amount}</source>
        <translation>{amount} 결제</translation>
    </message>
    <message>
        <source>your payment of {amount}</source>
        <translation>{amount} 결제</translation>
    </message>
    <message>
        <source>We are checking your payment.</source>
        <translation>고객님의 결제 내역을 확인하고 있습니다.</translation>
    </message>
    <message>
        <source>You don&apos;t need to do anything else.</source>
        <translation>고객님께서 추가로 진행하실 사항은 없습니다.</translation>
    </message>
    <message>
        <source>Your deposit of {amount} arrived on {when}, and the payment is complete.</source>
        <translation>{when}에 {amount} 입금이 확인되어 결제가 완료되었습니다.</translation>
    </message>
    <message>
        <source>{payment} was completed on {when}.</source>
        <translation>{when}에 {payment}가 정상적으로 완료되었습니다.</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>결제된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>If the payment window is still open, you can finish the payment there.</source>
        <translation>결제창이 열려 있다면 그대로 결제를 마치시면 됩니다.</translation>
    </message>
    <message>
        <source>The result may come in late.</source>
        <translation>결제 결과가 늦게 확인될 수 있습니다.</translation>
    </message>
    <message>
        <source>If you have received no approval message, please pay again; if you have, please let us know.</source>
        <translation>승인 문자를 받지 않으셨다면 다시 결제해 주시고, 받으셨다면 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>If you have received an approval message, please let us know.</source>
        <translation>승인 문자를 받으셨다면 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>No deposit was reported, so there is nothing to refund.</source>
        <translation>확인된 입금이 없어 환불해 드릴 금액은 없습니다.</translation>
    </message>
    <message>
        <source>Another payment for the same order is complete ({amount}, {when}), so you don&apos;t need to pay again.</source>
        <translation>같은 주문의 다른 결제({amount}, {when})가 완료되어 있으니 다시 결제하지 않으셔도 됩니다.</translation>
    </message>
    <message>
        <source>{amount} that was charged for it is cancelled after about {minutes} minutes.</source>
        <translation>등록할 때 결제된 {amount}은(는) 약 {minutes}분 뒤에 취소됩니다.</translation>
    </message>
    <message>
        <source>We have not been notified of a deposit yet.</source>
        <translation>아직 입금이 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>The reply does not ask the customer to pay: another payment for the same order is paid.</source>
        <translation>답변에서 결제를 요청하지 않습니다. 같은 주문에 결제완료된 결제가 있습니다.</translation>
    </message>
    <message>
        <source>The reply does not ask the customer to pay: the order&apos;s other payments are still being looked up.</source>
        <translation>답변에서 결제를 요청하지 않습니다. 같은 주문의 다른 결제를 아직 조회하고 있습니다.</translation>
    </message>
    <message>
        <source>The reply does not ask the customer to pay: the order&apos;s other payments are not known.</source>
        <translation>답변에서 결제를 요청하지 않습니다. 같은 주문의 다른 결제를 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The reply does not ask the customer to pay: another payment for the same order may still be paid.</source>
        <translation>답변에서 결제를 요청하지 않습니다. 같은 주문에 앞으로 결제될 수 있는 결제가 있습니다.</translation>
    </message>
    <message>
        <source>If you have sent money already, please let us know when and how much.</source>
        <translation>이미 입금하셨다면 입금 시각과 금액을 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>Thank you for your order.</source>
        <translation>주문해 주셔서 감사합니다.</translation>
    </message>
    <message>
        <source>Please let us know if you have any questions.</source>
        <translation>궁금하신 점이 있으면 언제든지 문의해 주시기 바랍니다.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>결제 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소금액</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남은 금액</translation>
    </message>
    <message>
        <source>Time (KST)</source>
        <translation>시각 (KST)</translation>
    </message>
    <message>
        <source>Not found: {imp_uids}</source>
        <translation>찾을 수 없음: {imp_uids}</translation>
    </message>
    <message numerus="yes">
        <source>Not found: {imp_uids} and %n more</source>
        <translation>
            <numerusform>찾을 수 없음: {imp_uids} 외 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Order number {number}: %n attempt(s)</source>
        <translation>
            <numerusform>주문번호 {number}: 결제 시도 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>The server reported it twice, and differently. Open it to look it up again.</source>
        <translation>서버가 이 결제를 두 번, 서로 다르게 알려 왔습니다. 열면 다시 조회합니다.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>결제금액</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품명</translation>
    </message>
    <message>
        <source>paid {paid} · cancelled {cancelled} · remaining {remaining}</source>
        <translation>결제 {paid} · 취소 {cancelled} · 남은 금액 {remaining}</translation>
    </message>
    <message>
        <source>Contradictory answers</source>
        <translation>답변 불일치</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n payment(s) found</source>
        <translation>
            <numerusform>결제 %n건 중 {count}건 찾음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) with unclear amounts are not in the total.</source>
        <translation>
            <numerusform>금액이 확실하지 않은 %n건은 합계에서 제외했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test payment(s) are not in the total.</source>
        <translation>
            <numerusform>테스트 결제 %n건은 합계에서 제외했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all attempts could be read.</source>
        <translation>결제 시도를 모두 불러오지는 못했습니다.</translation>
    </message>
    <message>
        <source>Total: {totals}</source>
        <translation>합계: {totals}</translation>
    </message>
    <message>
        <source>{status} · test</source>
        <translation>{status} · 테스트</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message numerus="yes">
        <source>Personal data shown · %n s</source>
        <translation>
            <numerusform>개인정보 표시 중 · %n초</numerusform>
        </translation>
    </message>
    <message>
        <source>Show personal data</source>
        <translation>개인정보 보기</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n개 행</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>The server sent a value of an unexpected kind; it is shown unchanged when revealed.</source>
        <translation>서버가 예상과 다른 형식의 값을 보냈습니다. 받은 그대로 표시합니다.</translation>
    </message>
    <message>
        <source>This field is not in the API&apos;s description; it is shown unchanged when revealed.</source>
        <translation>API 문서에 없는 항목입니다. 받은 그대로 표시합니다.</translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <source>Choose a sample payment</source>
        <translation>예시 결제를 선택해 주세요</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>cannot write there: {path}</source>
        <translation>이 위치에 저장할 수 없습니다: {path}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Payment to look up</source>
        <translation>조회할 결제</translation>
    </message>
    <message>
        <source>Clear the search box</source>
        <translation>검색창 지우기</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>imp_uid or order number, or any text with one in it</source>
        <translation>imp_uid 또는 주문번호 (상담 내용을 통째로 붙여넣어도 됩니다)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Look up again</source>
        <translation>다시 조회</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>The remembered imp_uids were cleared.</source>
        <translation>조회 기록을 지웠습니다.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>고객 답변</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Language (언어)</source>
        <translation>언어 (Language)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Hide the window from screen captures</source>
        <translation>화면 캡처에서 창 숨기기</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>상점 이름</translation>
    </message>
    <message>
        <source>A reply begins with this name. Empty leaves it out.</source>
        <translation>고객 답변이 이 이름으로 시작합니다. 비워 두면 생략합니다.</translation>
    </message>
    <message>
        <source>Include test payments</source>
        <translation>테스트 결제 포함</translation>
    </message>
    <message>
        <source>Remember looked-up imp_uids</source>
        <translation>조회 기록 남기기</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>지금 지우기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>검색창으로 이동</translation>
    </message>
    <message>
        <source>Look up again</source>
        <translation>다시 조회</translation>
    </message>
    <message>
        <source>Previous payment</source>
        <translation>이전 결제</translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation>다음 결제</translation>
    </message>
    <message>
        <source>Copy the approval number</source>
        <translation>승인번호 복사</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>선택한 내용 복사</translation>
    </message>
    <message>
        <source>Show personal data for 30 seconds</source>
        <translation>30초 동안 개인정보 보기</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>상담 요약 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Look up what is in the search box</source>
        <translation>검색창의 imp_uid나 주문번호 조회</translation>
    </message>
    <message>
        <source>Close what is open, cancel the lookup</source>
        <translation>열린 것 닫기, 조회 취소</translation>
    </message>
    <message>
        <source>Next payment of the list</source>
        <translation>목록의 다음 결제</translation>
    </message>
    <message>
        <source>Previous payment of the list</source>
        <translation>목록의 이전 결제</translation>
    </message>
    <message>
        <source>Copy a reply to the customer</source>
        <translation>고객 답변 복사</translation>
    </message>
    <message>
        <source>Open the receipt</source>
        <translation>영수증 열기</translation>
    </message>
    <message>
        <source>Watch the payment, or stop</source>
        <translation>알림 받기, 알림 끄기</translation>
    </message>
    <message>
        <source>The raw answer, and back</source>
        <translation>응답 원문 보기, 돌아가기</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>찾기에서 이전 결과로</translation>
    </message>
    <message>
        <source>Find in the raw answer</source>
        <translation>응답 원문에서 찾기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>메뉴 열기</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>단축키 목록 보기</translation>
    </message>
    <message>
        <source>Show this list (outside of text fields)</source>
        <translation>단축키 목록 보기 (입력란 밖에서)</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>PortOne has it as failed, but by the PG&apos;s words it may have been approved. Check it in the PG&apos;s console.</source>
        <translation>포트원에는 결제실패로 기록되었지만, PG사의 사유로는 승인되었을 수 있습니다. PG사 관리자 화면에서 확인하세요.</translation>
    </message>
    <message>
        <source>Registration failed</source>
        <translation>등록 실패</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제완료</translation>
    </message>
    <message>
        <source>Partially cancelled</source>
        <translation>부분취소</translation>
    </message>
    <message>
        <source>A part of the payment was cancelled; the remaining amount stays paid.</source>
        <translation>결제금액의 일부가 취소되었습니다. 남은 금액은 결제된 상태입니다.</translation>
    </message>
    <message>
        <source>Fully cancelled</source>
        <translation>전체취소</translation>
    </message>
    <message>
        <source>The whole amount was cancelled.</source>
        <translation>결제금액이 전체취소되었습니다.</translation>
    </message>
    <message>
        <source>Awaiting deposit</source>
        <translation>입금대기</translation>
    </message>
    <message>
        <source>The account was issued, and no deposit has been reported to PortOne so far.</source>
        <translation>가상계좌가 발급되었고, 아직 포트원에 입금이 통보되지 않았습니다.</translation>
    </message>
    <message>
        <source>Deadline passed</source>
        <translation>입금기한 지남</translation>
    </message>
    <message>
        <source>The deadline has passed, and no deposit was reported to PortOne. Whether one came is known at the bank and in the PG&apos;s console.</source>
        <translation>입금기한이 지났고 포트원에 입금이 통보되지 않았습니다. 실제로 입금되었는지는 은행과 PG사 관리자 화면에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>입금 전 계좌 말소</translation>
    </message>
    <message>
        <source>The virtual account was closed before a deposit. No money may be sent to it; ask the PG about a transfer that was already made.</source>
        <translation>입금되기 전에 가상계좌가 말소되었습니다. 이 계좌로 입금하면 안 됩니다. 이미 보냈다면 PG사에 확인하세요.</translation>
    </message>
    <message>
        <source>Registered for recurring payments</source>
        <translation>정기결제 등록</translation>
    </message>
    <message>
        <source>Registration cancelled</source>
        <translation>정기결제 등록 취소</translation>
    </message>
    <message>
        <source>May still be paid</source>
        <translation>결제될 수 있음</translation>
    </message>
    <message>
        <source>No payment has been reported to PortOne so far, and it may still be reported as paid.</source>
        <translation>아직 포트원에 결제가 통보되지 않았으며, 이후 결제완료로 바뀔 수 있습니다.</translation>
    </message>
    <message>
        <source>Not completed</source>
        <translation>결제 미확인</translation>
    </message>
    <message>
        <source>The payment window was opened, and no payment has been reported to PortOne. The PG&apos;s console shows whether one was made.</source>
        <translation>결제창이 열렸고 포트원에 결제가 통보되지 않았습니다. 결제 여부는 PG사 관리자 화면에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>The payment was refused or interrupted; PortOne has no payment on record.</source>
        <translation>결제가 거절되었거나 중단되었습니다. 포트원에 기록된 결제는 없습니다.</translation>
    </message>
    <message>
        <source>The payment company has not decided yet. It can still become paid.</source>
        <translation>결제사가 아직 승인 여부를 정하지 않았습니다. 결제완료로 바뀔 수 있습니다.</translation>
    </message>
    <message>
        <source>Awaiting payment at a store</source>
        <translation>편의점 결제대기</translation>
    </message>
    <message>
        <source>It is paid at a convenience store by the number that the customer was given. No payment has been reported to PortOne so far.</source>
        <translation>고객이 안내받은 번호로 편의점에서 결제합니다. 아직 포트원에 결제가 통보되지 않았습니다.</translation>
    </message>
    <message>
        <source>The deadline for paying at a convenience store has passed, and no payment was reported to PortOne. The PG&apos;s console shows whether one was made.</source>
        <translation>편의점 결제 기한이 지났고 포트원에 결제가 통보되지 않았습니다. 결제 여부는 PG사 관리자 화면에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Closed before payment</source>
        <translation>결제 전 종료</translation>
    </message>
    <message>
        <source>It was closed before it was paid at a convenience store.</source>
        <translation>편의점에서 결제하기 전에 종료되었습니다.</translation>
    </message>
    <message>
        <source>Not paid (window open)</source>
        <translation>미결제 (결제창 열림)</translation>
    </message>
    <message>
        <source>A card or account was registered for recurring payments. This is no payment.</source>
        <translation>정기결제에 쓸 카드나 계좌가 등록되었습니다. 결제가 아닙니다.</translation>
    </message>
    <message>
        <source>The registration of a card or account was refused or interrupted.</source>
        <translation>카드나 계좌의 등록이 거절되었거나 중단되었습니다.</translation>
    </message>
    <message>
        <source>The payment went through, and nothing has been cancelled.</source>
        <translation>결제가 완료되었고, 취소된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>A card or account was registered for recurring payments, and nothing was charged.</source>
        <translation>정기결제에 쓸 카드나 계좌가 등록되었고, 결제된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>The registration of a card or account for recurring payments was cancelled. This is no payment.</source>
        <translation>정기결제에 쓸 카드나 계좌의 등록이 취소되었습니다. 결제가 아닙니다.</translation>
    </message>
    <message>
        <source>The customer opened the payment window a moment ago and may still be paying.</source>
        <translation>구매자가 조금 전 결제창을 열었습니다. 아직 결제하는 중일 수 있습니다.</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>결제실패</translation>
    </message>
    <message>
        <source>Pending approval</source>
        <translation>승인대기</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>상태 불일치</translation>
    </message>
    <message>
        <source>The status and the amounts do not fit together. Check it in the PG&apos;s console.</source>
        <translation>상태와 금액이 서로 맞지 않습니다. PG사 관리자 화면에서 확인해 주세요.</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>알 수 없는 상태</translation>
    </message>
    <message>
        <source>This app does not know this status. It is shown as the server sent it.</source>
        <translation>이 앱이 모르는 상태입니다. 서버가 보낸 값을 그대로 표시합니다.</translation>
    </message>
    <message>
        <source>The amounts or the status are missing or unreadable, so nothing is concluded from them.</source>
        <translation>금액이나 상태가 없거나 읽을 수 없는 형식이어서 상태를 판단하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>test payment</source>
        <translation>테스트 결제</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>결제금액</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소금액</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남은 금액</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품명</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불 예정</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>조회 시각</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>실패 원인</translation>
    </message>
    <message>
        <source>Cancellation {number}</source>
        <translation>취소 {number}</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>취소 내역</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>The selection</source>
        <translation>선택한 내용</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Requested</source>
        <translation>결제 요청</translation>
    </message>
    <message>
        <source>Account issued</source>
        <translation>계좌 발급</translation>
    </message>
    <message>
        <source>Deposit deadline</source>
        <translation>입금기한</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>계좌 말소</translation>
    </message>
    <message numerus="yes">
        <source>%n more deposit(s)</source>
        <translation>
            <numerusform>그 외 입금 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cancellation(s)</source>
        <translation>
            <numerusform>그 외 취소 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>정기결제 등록</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 완료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>결제 실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Course of the payment</source>
        <translation>결제 진행 과정</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>1분 미만 남음</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>어제 {time}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>오늘 {time}</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>화</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>목</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>금</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>토</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>일</translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>약 %n일 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>약 %n시간 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>약 %n분 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n년 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n개월 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n일 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n시간 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n분 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n시간</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message numerus="yes">
        <source>%n watched payment(s)</source>
        <translation>
            <numerusform>알림 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>알림 끄기</translation>
    </message>
    <message>
        <source>Notify on payment</source>
        <translation>결제되면 알림</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Notify on deposit</source>
        <translation>입금되면 알림</translation>
    </message>
    <message>
        <source>Stopped watching: no change seen</source>
        <translation>변경 없이 알림 종료</translation>
    </message>
    <message>
        <source>Stopped watching: key changed or removed</source>
        <translation>키 변경·삭제로 알림 종료</translation>
    </message>
    <message>
        <source>Next check {time}</source>
        <translation>다음 확인 {time}</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>모두 끄기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Enter opens a payment, Delete stops watching it</source>
        <translation>Enter로 결제를 열고 Delete로 알림을 끕니다</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>목록 닫기</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>목록 열기</translation>
    </message>
</context>
</TS>
