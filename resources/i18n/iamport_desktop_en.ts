<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Clipboard</name>
    <message numerus="yes">
        <source>It leaves the clipboard after %n s.</source>
        <translation>
            <numerusform>It leaves the clipboard after %n s.</numerusform>
            <numerusform>It leaves the clipboard after %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message numerus="yes">
        <source>%n field(s) came in an unexpected form; see “Everything else”.</source>
        <translation>
            <numerusform>%n field came in an unexpected form; see “Everything else”.</numerusform>
            <numerusform>%n fields came in an unexpected form; see “Everything else”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refunds</name>
    <message numerus="yes">
        <source>Up to %n partial cancellation(s) are possible.</source>
        <translation>
            <numerusform>Up to %n partial cancellation is possible.</numerusform>
            <numerusform>Up to %n partial cancellations are possible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not found: {imp_uids} and %n more</source>
        <translation>
            <numerusform>Not found: {imp_uids} and %n more</numerusform>
            <numerusform>Not found: {imp_uids} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Order number {number}: %n attempt(s)</source>
        <translation>
            <numerusform>Order number {number}: %n attempt</numerusform>
            <numerusform>Order number {number}: %n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n payment(s) found</source>
        <translation>
            <numerusform>{count} of %n payment found</numerusform>
            <numerusform>{count} of %n payments found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) with unclear amounts are not in the total.</source>
        <translation>
            <numerusform>%n payment with unclear amounts is not in the total.</numerusform>
            <numerusform>%n payments with unclear amounts are not in the total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test payment(s) are not in the total.</source>
        <translation>
            <numerusform>%n test payment is not in the total.</numerusform>
            <numerusform>%n test payments are not in the total.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message numerus="yes">
        <source>Personal data shown · %n s</source>
        <translation>
            <numerusform>Personal data shown · %n s</numerusform>
            <numerusform>Personal data shown · %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n more deposit(s)</source>
        <translation>
            <numerusform>%n more deposit</numerusform>
            <numerusform>%n more deposits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cancellation(s)</source>
        <translation>
            <numerusform>%n more cancellation</numerusform>
            <numerusform>%n more cancellations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>about %n day left</numerusform>
            <numerusform>about %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message numerus="yes">
        <source>%n watched payment(s)</source>
        <translation>
            <numerusform>%n watched payment</numerusform>
            <numerusform>%n watched payments</numerusform>
        </translation>
    </message>
</context>
</TS>
