using Atelier.Language.Figures;

namespace Atelier.Language.Tests.Figures;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "The old keeper climbed the stairs to the lamp, and it was night.")]
    [InlineData("de", "Der alte Wärter stieg die Treppe zur Lampe hinauf, und es war Nacht.")]
    [InlineData("fr", "Le vieux gardien monta les marches de la lampe, et il faisait nuit dans la tour.")]
    [InlineData("es", "El viejo guardián subió la escalera de la torre, y era de noche en el mar.")]
    [InlineData("it", "Il vecchio guardiano salì le scale della torre, e non era ancora notte per lui.")]
    [InlineData("nl", "De oude wachter klom de trap op naar het licht, en het was nacht voor hem.")]
    [InlineData("sv", "Den gamle mannen gick upp för trappan till lampan, och det var natt när han kom.")]
    [InlineData("ru", "Старый смотритель поднялся по лестнице к лампе, и была ночь, но он не спал.")]
    [InlineData("el", "Ο γέρος φύλακας ανέβηκε τη σκάλα για το φως, και ήταν νύχτα στη θάλασσα.")]
    [InlineData("ja", "年老いた灯台守は、灯りへと続く階段を上った。夜だった。")]
    [InlineData("zh", "年老的守灯人爬上楼梯，已经是夜里了。")]
    [InlineData("he", "השומר הזקן עלה במדרגות אל המנורה, והיה לילה.")]
    public void Small_words_or_a_script_tell(string code, string text) =>
        Assert.Equal(code, LanguageGuess.Of(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("Whale harpoon lamp.")]
    [InlineData("x1 y2 z3 q4 w5 e6 r7 t8 u9 i0 o1 p2 a3 s4")]
    public void Where_nothing_tells_nothing_is_told(string text) => Assert.Null(LanguageGuess.Of(text));
}
