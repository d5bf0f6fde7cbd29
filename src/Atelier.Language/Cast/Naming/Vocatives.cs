using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Tells "Come, Emma!" from "Emma comes".</summary>
internal static class Vocatives
{
    public static bool IsAt(ReadOnlySpan<Piece> tokens, int first, int last, Vocabulary words)
    {
        if (first == 0 || last + 1 >= tokens.Length)
            return false;
        var after = tokens[last + 1];
        if (after.Mark is not (Mark.Comma or Mark.Stop or Mark.Close or Mark.Dash or Mark.Semicolon))
            return false;
        var before = first - 1;
        while (before > 0 && tokens[before].IsWord && IsTender(tokens[before], words))
            before--;
        var opened = before < first - 1;
        if (tokens[before].Mark is Mark.Open or Mark.Comma or Mark.Stop or Mark.Dash)
            // A name in a list, or an answer that is only a name, is not addressed.
            return opened || tokens[before].Mark != Mark.Open || after.Mark != Mark.Stop || IsShouted(tokens, last + 1);
        return opened || (tokens[before].IsWord && IsGreeting(words.Word(tokens[before].Word)));
    }

    /// <summary>"Emma!" and "Emma?" call; "Emma." tells.</summary>
    private static bool IsShouted(ReadOnlySpan<Piece> tokens, int at) => tokens[at].Word is -'!' or -'?';

    private static bool IsTender(Piece token, Vocabulary words) =>
        words.Is(token.Word, WordClass.Epithet)
        || words.Word(token.Word) is "my" or "dearest" or "o" or "oh" or "ah" or "cousin";

    private static bool IsGreeting(string word) =>
        word
            is "yes"
                or "no"
                or "well"
                or "hello"
                or "hullo"
                or "hallo"
                or "you"
                or "sir"
                or "thanks"
                or "nay"
                or "come"
                or "now";
}
