using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>A name as it stands in a row of tokens: from the first, title included, to the last.</summary>
internal readonly record struct NameRun(int First, int Last, NameKey Key);

/// <summary>Reads names: titles, capitalised words and the small words that join them.</summary>
internal sealed class NameRuns(Vocabulary words)
{
    // "The Right Hon. Captain Sir": more is no name.
    private const int MostTitles = 4;

    // Capitals inside sentences that are no slip of the writer's.
    private const int OftenInside = 10;

    private readonly int _of = words.Id("of");
    private readonly int _i = words.Id("i");
    private readonly Dictionary<int, int> _whole = PersonWords
        .Shortened.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(':'))
        .ToDictionary(pair => words.Id(pair[0]), pair => words.Id(pair[1]));

    /// <summary>The name that begins at this token, if one does.</summary>
    public bool TryRead(ReadOnlySpan<Piece> tokens, int at, out NameRun run)
    {
        run = default;
        var next = at;
        var title = 0;
        // Of several titles the last but one says most: "Rev. Mr. Collins", "Captain Sir William".
        while (next < tokens.Length && next < at + MostTitles && IsTitle(tokens, next))
            title = Stronger(title, Whole(tokens[next++].Word));
        Span<int> parts = stackalloc int[NameKey.MostWords];
        var (count, last) = (0, next - 1);
        for (; next < tokens.Length && count < parts.Length; next++)
        {
            if (!tokens[next].IsWord)
                break;
            if (IsPart(tokens[next], title != 0 ? count + 1 : count))
            {
                parts[count++] = tokens[next].Word;
                last = next;
            }
            else if (!IsJoint(tokens, next, title, count))
                break;
        }
        if (count == 0 && !(title != 0 && IsAlone(tokens, at, last)))
            return false;
        run = new(at, last, NameKey.Of(title, parts[..count]));
        return true;
    }

    private bool IsTitle(ReadOnlySpan<Piece> tokens, int at)
    {
        var token = tokens[at];
        if (!token.IsWord || !words.Is(token.Word, WordClass.Title))
            return false;
        if (token.IsCapital)
            return true;
        // "old uncle Charles", "lady Lucas": a small title before a capital.
        return at + 1 < tokens.Length
            && tokens[at + 1].IsWord
            && tokens[at + 1].IsCapital
            && IsPart(tokens[at + 1], 1)
            && words.Is(token.Word, WordClass.KinTitle | WordClass.PersonNoun | WordClass.Female);
    }

    private int Whole(int title) => _whole.GetValueOrDefault(title, title);

    private int Stronger(int title, int next) =>
        title == 0 || words.Is(next, WordClass.Male | WordClass.Female) ? next : title;

    /// <summary>"the Colonel", "Mother": a title that stands for its bearer.</summary>
    private bool IsAlone(ReadOnlySpan<Piece> tokens, int at, int last)
    {
        if (last != at || !tokens[at].IsCapital || tokens[at].StartsSentence)
            return false;
        return words.Is(tokens[at].Word, WordClass.PersonNoun | WordClass.KinTitle);
    }

    private bool IsPart(Piece token, int before)
    {
        if (!token.IsWord || !token.IsCapital || token.Word == Vocabulary.Other || token.Word == _i)
            return false;
        if (words.Is(token.Word, WordClass.Pronoun | WordClass.Determiner))
            return false;
        if (before > 0 && words.Is(token.Word, WordClass.Title) && words.Is(token.Word, WordClass.Abbreviation))
            return false;
        var use = words.Use(token.Word);
        if (words.Is(token.Word, WordClass.NotName) && !IsNameHere(token.Word, use))
            return before > 0
                && !token.StartsSentence
                && !words.Is(token.Word, WordClass.Conjunction | WordClass.Preposition | WordClass.Auxiliary);
        if (token.StartsSentence && before == 0)
            return use.LooksLikeName || (use.Lower == 0 && use.Inside == 0);
        return use.Inside > 0 || use.Lower == 0;
    }

    /// <summary>Pooh, in a book where hardly anybody says "pooh".</summary>
    private bool IsNameHere(int word, WordUse use) =>
        words.Is(word, WordClass.Opener) && use.Inside >= OftenInside && use.Lower * 3 <= use.Inside;

    /// <summary>"Duke of Devonshire", "Lady Catherine de Bourgh": a small word with a capital after it.</summary>
    private bool IsJoint(ReadOnlySpan<Piece> tokens, int at, int title, int count)
    {
        if (!words.Is(tokens[at].Word, WordClass.Connector) || tokens[at].IsCapital)
            return false;
        var next = at + 1;
        // "Mr. van der Luyden"
        if (IsSmall(tokens, next) && words.Is(tokens[next].Word, WordClass.Connector))
            next++;
        if (next >= tokens.Length || !IsPart(tokens[next], 1))
            return false;
        return tokens[at].Word == _of ? count == 0 && title != 0 : count > 0 || title != 0;
    }

    private static bool IsSmall(ReadOnlySpan<Piece> tokens, int at) =>
        at < tokens.Length && tokens[at].IsWord && !tokens[at].IsCapital;
}
