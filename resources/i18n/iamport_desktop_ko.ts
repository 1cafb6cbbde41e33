<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Clipboard</name>
    <message>
        <location filename="../../iamport_desktop/ui/clipboard.py" line="39"/>
        <source>Copy {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialsDialog</name>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="154"/>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="163"/>
        <source>REST API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="156"/>
        <source>Enter the V1 REST API key and REST API secret of the PortOne console. They are kept in this computer&apos;s own keyring and sent to this address only:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="164"/>
        <source>REST API secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="167"/>
        <source>Show the secret while pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="170"/>
        <source>Use for this run only, and store nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="171"/>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="172"/>
        <source>Remove stored key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="174"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="176"/>
        <source>Use now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="178"/>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/credentials_dialog.py" line="180"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="85"/>
        <source>One-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../iamport_desktop/presentation/fields.py" line="86"/>
        <source>%n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="98"/>
        <source>Payment method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="100"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="101"/>
        <source>Easy pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="102"/>
        <location filename="../../iamport_desktop/presentation/fields.py" line="103"/>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="104"/>
        <source>Card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="105"/>
        <source>Card type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="106"/>
        <source>Instalments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="108"/>
        <location filename="../../iamport_desktop/presentation/fields.py" line="112"/>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="117"/>
        <location filename="../../iamport_desktop/presentation/fields.py" line="122"/>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="125"/>
        <source>Approval number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="126"/>
        <location filename="../../iamport_desktop/presentation/fields.py" line="127"/>
        <location filename="../../iamport_desktop/presentation/fields.py" line="134"/>
        <location filename="../../iamport_desktop/presentation/fields.py" line="135"/>
        <source>Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="132"/>
        <source>Virtual account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="136"/>
        <source>Account number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="137"/>
        <source>Account holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="138"/>
        <source>Deposit deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="139"/>
        <source>Account issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="144"/>
        <source>Buyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="146"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="147"/>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="148"/>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="149"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="150"/>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="155"/>
        <source>Amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="157"/>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="158"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="159"/>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="160"/>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="161"/>
        <source>Cash receipt issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="166"/>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="168"/>
        <source>Status (API)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="169"/>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="170"/>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="171"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="172"/>
        <source>Reason of failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="173"/>
        <source>Last cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="174"/>
        <source>Reason of cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="179"/>
        <source>Payment gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="181"/>
        <source>PG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="182"/>
        <source>MID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="183"/>
        <source>PG transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="184"/>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="185"/>
        <source>Test payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="186"/>
        <source>Escrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="191"/>
        <source>Recurring payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="193"/>
        <source>customer_uid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="196"/>
        <source>Used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="218"/>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="235"/>
        <source>Shop&apos;s own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="238"/>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="247"/>
        <source>Promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="249"/>
        <source>Promotion discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/fields.py" line="258"/>
        <source>Cancellation receipt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <location filename="../../iamport_desktop/presentation/freshness.py" line="25"/>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message numerus="yes">
        <location filename="../../iamport_desktop/presentation/hints.py" line="18"/>
        <source>There are %n imp_uids in this text; enter one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/hints.py" line="20"/>
        <source>{code} is a merchant code (it names a shop). The id of a payment has an underscore: imp_ and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/hints.py" line="25"/>
        <source>This is no complete imp_uid. It is imp_ and digits, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/hints.py" line="27"/>
        <source>Enter an imp_uid, or paste any text with one in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/hints.py" line="29"/>
        <source>No imp_uid is in this text. It is imp_ and digits, as in imp_123456789012.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyAccess</name>
    <message>
        <location filename="../../iamport_desktop/key_access.py" line="80"/>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/key_access.py" line="90"/>
        <source>The payment server accepts this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/key_access.py" line="96"/>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/key_access.py" line="106"/>
        <source>Removing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/key_access.py" line="135"/>
        <source>The stored key was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <location filename="../../iamport_desktop/ui/ledger_table.py" line="171"/>
        <source>Total {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ledgers</name>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="32"/>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="53"/>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="33"/>
        <source>Cancelled at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="34"/>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="55"/>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="35"/>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="36"/>
        <source>PG cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="37"/>
        <source>Cancellation id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="38"/>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="41"/>
        <source>Cancel history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="54"/>
        <source>Deposited at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="56"/>
        <source>Depositor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="57"/>
        <source>PG transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/ledgers.py" line="60"/>
        <source>Deposit history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="76"/>
        <source>REST API key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="77"/>
        <source>Include test payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="78"/>
        <source>Remember looked-up imp_uids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="79"/>
        <source>Clear the remembered imp_uids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="80"/>
        <source>Language (언어)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="81"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="83"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="84"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="85"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="89"/>
        <source>Leave sample mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_menu.py" line="89"/>
        <source>Sample payments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../iamport_desktop/ui/main_window.py" line="209"/>
        <source>iamport desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_window.py" line="210"/>
        <source>sample payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/main_window.py" line="212"/>
        <source>Sample payments: nothing here is real, and no key is used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="20"/>
        <source>The payment server did not accept the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="22"/>
        <source>The payment server says: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="25"/>
        <source>Check the id. If it is right, ask PortOne with the technical text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="33"/>
        <source>The payment server does not accept this REST API key and secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="34"/>
        <source>Enter them again from the PortOne console (V1 API keys, not the V2 secret).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="43"/>
        <source>The payment server refused the access it had just granted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="44"/>
        <source>Try again in a minute. If it goes on, check the key in the PortOne console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="53"/>
        <source>The payment server does not allow this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="54"/>
        <source>Check in the PortOne console what this key may do, and from which addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="64"/>
        <source>No payment with this id was found, among test payments neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="65"/>
        <source>Check the id. If it is right, it belongs to another shop&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="69"/>
        <source>No payment with this id was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="70"/>
        <source>There are three possible reasons: the id has a typing error; it belongs to another shop&apos;s key; or it is a test payment, which is left out unless it is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="82"/>
        <source>Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="85"/>
        <source>Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="87"/>
        <source>Too many requests were made with this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="94"/>
        <source>The payment server has trouble (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/api_messages.py" line="97"/>
        <source>This is not your fault. Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="16"/>
        <source>the payment server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="23"/>
        <source>{host} could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="24"/>
        <source>Check the network connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="32"/>
        <source>No answer came within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="35"/>
        <source>The network or the payment server is slow. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="43"/>
        <source>The address of {host} could not be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="44"/>
        <source>This computer seems to be offline, or its DNS fails. Check the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="55"/>
        <source>{host} refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="56"/>
        <source>A firewall or proxy may be in between. Try again, or ask your network&apos;s keeper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="66"/>
        <source>There is no network connection to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="67"/>
        <source>Check the cable, the Wi-Fi or the VPN, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="75"/>
        <source>The connection broke before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="76"/>
        <source>Try again. If it goes on, the network drops connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="84"/>
        <source>The certificate of {host} has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="85"/>
        <source>The certificate of {host} is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="86"/>
        <source>The certificate shown is not that of {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="87"/>
        <source>The certificate of {host} comes from an issuer that this computer does not trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="90"/>
        <source>No secure connection to {host} could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="91"/>
        <source>Nothing was sent. If your company inspects traffic, its root certificate has to be installed in the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="96"/>
        <source>Nothing was sent. Check this computer&apos;s date and time, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="105"/>
        <source>The company&apos;s proxy asks for a login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="107"/>
        <source>The company&apos;s proxy did not let the request through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/transport_messages.py" line="110"/>
        <source>Ask your network&apos;s keeper to let this app reach the payment server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="40"/>
        <source>This is not an imp_uid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="41"/>
        <source>An imp_uid is imp_ and digits, for example imp_123456789012.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="48"/>
        <source>This is not an address of a server: {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="49"/>
        <source>The address must begin with https://: {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="50"/>
        <source>The address must be a host alone, without path, user or query: {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="56"/>
        <source>Give it as https://host or https://host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="63"/>
        <source>Something unexpected happened in this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="64"/>
        <source>Try again. If it happens again, report it with the technical text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="72"/>
        <source>There is no sample payment with this id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/messages.py" line="73"/>
        <source>These are sample payments. Choose one of the list, or enter a key to look up real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="27"/>
        <source>The keyring of this computer reported an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="28"/>
        <source>Try again, or enter the key for this run only; it is forgotten when the app closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="39"/>
        <source>This computer offers no keyring to keep the key in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="40"/>
        <source>Start or install one (GNOME Keyring or KWallet on Linux), or enter the key for this run only; it is forgotten when the app closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="53"/>
        <source>The keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="54"/>
        <source>Unlock it and try again, or enter the key for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="63"/>
        <source>The keyring&apos;s question was closed without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="64"/>
        <source>Try again and allow the access, or enter the key for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="73"/>
        <source>The keyring did not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="74"/>
        <source>The key is used for this run; save it again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="83"/>
        <source>The keyring&apos;s entry for this app cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="84"/>
        <source>Enter the key again; saving replaces the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="93"/>
        <source>The keyring has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="94"/>
        <source>It may be asking for your password in another window. Answer there, or enter the key for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="106"/>
        <source>REST API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="107"/>
        <source>REST API secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="110"/>
        <source>The {field} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="111"/>
        <source>The {field} is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="112"/>
        <source>The {field} holds a space, a Korean letter or another character that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/keyring_messages.py" line="118"/>
        <source>Copy it again from the PortOne console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="19"/>
        <source>The payment server&apos;s answer could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="20"/>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="41"/>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="52"/>
        <source>Try again. If it happens again, look the payment up in the PortOne console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="28"/>
        <source>Something else answered in place of the payment server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="29"/>
        <source>A login page of the network or a proxy may be in between. Open a web page in the browser, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="40"/>
        <source>The answer was larger than any payment and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/answer_messages.py" line="49"/>
        <source>The server answered with another payment than the one asked for; it is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="81"/>
        <source>Enter the REST API key once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="82"/>
        <source>The app reads payments with the REST API key and secret of your shop (PortOne console, V1 API keys). They are kept in this computer&apos;s own keyring and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="88"/>
        <location filename="../../iamport_desktop/ui/pages.py" line="147"/>
        <source>Enter key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="89"/>
        <source>Look at sample payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="101"/>
        <source>Fetching the key from the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="104"/>
        <source>Paste an imp_uid and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="105"/>
        <source>A whole line or address from a ticket will do: the imp_uid in it is found. F5 asks again, Ctrl+L goes back to the search box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="126"/>
        <source>Looking up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="127"/>
        <source>Looking up {imp_uid}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="145"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="146"/>
        <source>Ask the keyring again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/pages.py" line="148"/>
        <source>Include test payments and search again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentHeader</name>
    <message>
        <location filename="../../iamport_desktop/ui/payment_header.py" line="116"/>
        <source>Test payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/payment_header.py" line="118"/>
        <source>The status as the API gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/payment_header.py" line="148"/>
        <source>Cancelled {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/payment_header.py" line="151"/>
        <source>Remaining {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptLink</name>
    <message>
        <location filename="../../iamport_desktop/ui/receipt_links.py" line="41"/>
        <source>Open receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/receipt_links.py" line="46"/>
        <source>link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/receipt_links.py" line="51"/>
        <source>not a web address that may be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/receipt_links.py" line="55"/>
        <source>{host} (not encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/receipt_links.py" line="61"/>
        <source>This link is shown and can be copied, but it is not opened: it may be unsafe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/receipt_links.py" line="64"/>
        <source>Whoever has this link can open the receipt. Pass it on with care.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <location filename="../../iamport_desktop/ui/reveal.py" line="48"/>
        <source>Show personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../iamport_desktop/ui/reveal.py" line="49"/>
        <source>Personal data shown · %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <location filename="../../iamport_desktop/presentation/rows.py" line="76"/>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/rows.py" line="76"/>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/rows.py" line="88"/>
        <source>The server sent a value of an unexpected kind; it is shown as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/rows.py" line="90"/>
        <source>This field is not in the API&apos;s description; it is shown as it came.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <location filename="../../iamport_desktop/ui/samples_page.py" line="38"/>
        <source>Choose a sample payment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="105"/>
        <source>imp_uid, or any text with one in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="106"/>
        <source>Payment to look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="107"/>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="109"/>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="108"/>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="110"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="111"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="112"/>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="113"/>
        <source>Look up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/ui/search_bar.py" line="114"/>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <location filename="../../iamport_desktop/presentation/payment_sheet.py" line="50"/>
        <source>Amount unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/payment_sheet.py" line="53"/>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/payment_sheet.py" line="70"/>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/payment_sheet.py" line="104"/>
        <source>The payment is dated before its request; the times contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/payment_sheet.py" line="109"/>
        <source>The cancel history does not add up to the cancelled amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../iamport_desktop/presentation/payment_sheet.py" line="114"/>
        <source>%n field(s) came in an unexpected form; see “Everything else”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="65"/>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="66"/>
        <source>The payment went through, and nothing of it has been cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="70"/>
        <source>Partially cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="71"/>
        <source>A part of the payment was cancelled; the remaining amount stays paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="75"/>
        <source>Fully cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="76"/>
        <source>The whole amount was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="80"/>
        <source>Awaiting deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="81"/>
        <source>The account was issued, and the customer has not sent the money yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="85"/>
        <source>Deposit deadline passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="86"/>
        <source>No money arrived in time. The customer has to order again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="90"/>
        <source>Not paid (window open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="91"/>
        <source>The customer opened the payment window a moment ago and may still be paying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="97"/>
        <source>Not paid (window left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="98"/>
        <source>The customer opened the payment window and left. No money moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="102"/>
        <source>Payment failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="103"/>
        <source>The payment was refused or broken off. No money moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="107"/>
        <source>Pending approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="108"/>
        <source>The payment company has not decided yet. It can still become paid or failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="114"/>
        <source>Contradictory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="115"/>
        <source>The status and the amounts do not fit together. Check it in the PG&apos;s console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="121"/>
        <source>Unknown status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/status.py" line="122"/>
        <source>This app does not know this status. It is shown as the server sent it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="17"/>
        <source>%n year(s) ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="18"/>
        <source>%n month(s) ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="19"/>
        <source>%n day(s) ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="20"/>
        <source>%n hour(s) ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="21"/>
        <source>%n minute(s) ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="24"/>
        <source>%n day(s) left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="25"/>
        <source>%n hour(s) left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="26"/>
        <source>%n minute(s) left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="53"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../iamport_desktop/presentation/times.py" line="64"/>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
