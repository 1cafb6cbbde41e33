# The installer for Windows: for one user, without an administrator; Korean and English. See packaging/bundle/windows.py.
#   /S            installs, or removes, without a window
#   /D=folder     installs there; the last argument, without quotes
#   /ALL          (uninstall.exe) removes the settings, crash reports and the stored key as well
# Exit codes: 0 done, 1 cancelled, 2 failed, as when the program is running.
Unicode true
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define EXE "$INSTDIR\${NAME}.exe"
!define SHORTCUT "$SMPROGRAMS\iamport desktop.lnk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define SCHEME "Software\Classes\${NAME}"
# What the program stores, and where: settings.py, desktop/crash_reports.py, desktop/single_instance.py, desktop/keyring/store.py.
!define SETTINGS "$LOCALAPPDATA\${NAME}"
!define STATE "$LOCALAPPDATA\State"
!define KEY "${NAME}:https://api.iamport.kr"

Name "iamport desktop"
BrandingText "iamport desktop ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
SetCompressor /SOLID lzma
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "${EXE}"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Korean"
!insertmacro MUI_LANGUAGE "English"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "CompanyName" "${COMPANY}"
VIAddVersionKey /LANG=0 "FileDescription" "iamport desktop"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT, ${COMPANY}"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"

LangString COMMENT ${LANG_KOREAN} "imp_uid로 포트원 V1 결제를 조회합니다"
LangString COMMENT ${LANG_ENGLISH} "Look up a PortOne V1 payment by its imp_uid"
LangString RUNNING ${LANG_KOREAN} "프로그램이 실행 중입니다. 창을 닫은 뒤 다시 시도해 주세요."
LangString RUNNING ${LANG_ENGLISH} "The program is running. Close its window, then try again."
LangString PROGRAM_TITLE ${LANG_KOREAN} "프로그램"
LangString PROGRAM_TITLE ${LANG_ENGLISH} "The program"
LangString SETTINGS_TITLE ${LANG_KOREAN} "설정, 조회 기록, 오류 보고서"
LangString SETTINGS_TITLE ${LANG_ENGLISH} "Settings, search history, crash reports"
LangString KEY_TITLE ${LANG_KOREAN} "자격 증명 관리자에 저장된 API 키"
LangString KEY_TITLE ${LANG_ENGLISH} "The API key in the Credential Manager"

# A running program's file cannot be opened for writing.
!macro WAIT_UNTIL_CLOSED un
Function ${un}WaitUntilClosed
  ${DoWhile} ${FileExists} "${EXE}"
    ClearErrors
    FileOpen $0 "${EXE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

# Only what was installed is removed: whatever else lies in the folder stays.
!macro REMOVE_FILES
  RMDir /r "$INSTDIR\_internal"
  Delete "${EXE}"
  Delete "$INSTDIR\${CONSOLE_NAME}.exe"
!macroend

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' # SHCNE_ASSOCCHANGED
!macroend

Section "-install"
  Call WaitUntilClosed
  !insertmacro REMOVE_FILES
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*.*"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "${SHORTCUT}" "${EXE}" "" "${EXE}" 0 SW_SHOWNORMAL "" "$(COMMENT)"
  Call NameShortcut

  WriteRegStr HKCU "${SCHEME}" "" "URL:iamport desktop"
  WriteRegStr HKCU "${SCHEME}" "URL Protocol" ""
  WriteRegStr HKCU "${SCHEME}\DefaultIcon" "" '"${EXE}",0'
  # After -- nothing in a link can be an option.
  WriteRegStr HKCU "${SCHEME}\shell\open\command" "" '"${EXE}" -- "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "iamport desktop"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "${EXE}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${COMPANY}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  !insertmacro TELL_EXPLORER
SectionEnd

# Gives the shortcut the program's application id: a pinned program is then the one whose window opens.
Function NameShortcut
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
    ${If} $1 P<> 0
    ${AndIf} $2 P<> 0
      ${IPersistFile::Load} $1 '("${SHORTCUT}",${STGM_READWRITE})'
      System::Call 'oleaut32::SysAllocString(w "${APP_ID}")p.r3'
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
      System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_BSTR},,p r3)p.r5'
      ${IPropertyStore::SetValue} $2 '($4,$5)'
      ${IPropertyStore::Commit} $2 ""
      ${IPersistFile::Save} $1 '("${SHORTCUT}",1)'
      System::Call 'oleaut32::SysFreeString(p r3)'
      System::Free $4
      System::Free $5
    ${EndIf}
    ${If} $2 P<> 0
      ${IUnknown::Release} $2 ""
    ${EndIf}
    ${If} $1 P<> 0
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
FunctionEnd

Section "un.$(PROGRAM_TITLE)"
  SectionIn RO
  Call un.WaitUntilClosed
  !insertmacro REMOVE_FILES
  Delete "${SHORTCUT}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${SCHEME}"
  !insertmacro TELL_EXPLORER
SectionEnd

Section /o "un.$(SETTINGS_TITLE)" forget_settings
  RMDir /r "${SETTINGS}"
  RMDir /r "${STATE}\${NAME}"
  RMDir "${STATE}" # stays where other programs keep something in it
SectionEnd

Section /o "un.$(KEY_TITLE)" forget_key
  System::Call 'advapi32::CredDeleteW(w "${KEY}", i 1, i 0)' # CRED_TYPE_GENERIC
SectionEnd

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALL" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${forget_settings} ${SF_SELECTED}
    SectionSetFlags ${forget_key} ${SF_SELECTED}
  ${EndIf}
FunctionEnd
