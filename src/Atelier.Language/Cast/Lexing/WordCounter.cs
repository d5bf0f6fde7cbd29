namespace Atelier.Language.Cast.Lexing;

/// <summary>Counts how words are written, before anybody asks which of them are names.</summary>
internal static class WordCounter
{
    public static void Count(Vocabulary words, ReadOnlySpan<Piece> tokens)
    {
        foreach (var token in tokens)
        {
            // Headings and shouting are in capitals throughout and tell nothing.
            if (!token.IsWord || token.Word == Vocabulary.Other || (token.Look & Look.AllCapitals) != 0)
                continue;
            ref var use = ref words.Use(token.Word);
            if (!token.IsCapital)
                use.Lower++;
            else if (token.StartsSentence)
                use.AtStart++;
            else
                use.Inside++;
        }
    }
}
