<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
    <name>Hints</name>
    <message numerus="yes">
        <source>There are %n imp_uids in this text; enter one.</source>
        <translation>
            <numerusform>There is %n imp_uid in this text; enter it alone.</numerusform>
            <numerusform>There are %n imp_uids in this text; enter one.</numerusform>
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
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n field(s) came in an unexpected form; see “Everything else”.</source>
        <translation>
            <numerusform>%n field came in an unexpected form; see “Everything else”.</numerusform>
            <numerusform>%n fields came in an unexpected form; see “Everything else”.</numerusform>
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
        <source>%n more cancellation(s)</source>
        <translation>
            <numerusform>%n more cancellation</numerusform>
            <numerusform>%n more cancellations</numerusform>
        </translation>
    </message>
</context>
</TS>
