namespace Atelier.Language.Cast.Lexing;

internal static class ActWords
{
    public const string Acts = """
        smiled laughed thought felt knew looked turned nodded frowned sighed blushed stared glanced gazed listened heard
        wept trembled shuddered hesitated paused waited rose sat stood walked ran stepped leaned leant bowed knelt
        entered left returned came went hurried followed took gave held caught seized put laid drew shook threw
        opened closed kissed embraced wished hoped loved hated feared wanted believed remembered forgot wondered
        understood saw watched found tried determined resolved decided refused consented accepted
        spoke began shrugged grinned chuckled winked raised lifted lowered pointed clapped rubbed stretched
        dined slept woke awoke read wrote drank ate rode drove married died
        """;
}
