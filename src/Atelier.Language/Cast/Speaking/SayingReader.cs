using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Finds what says that somebody speaks: "said", "went on", "was his answer", and whatever verb a comma leads to.</summary>
internal sealed class SayingReader(Vocabulary words)
{
    // "was her only, and rather short, reply"
    private const int NounReach = 5;

    private readonly HashSet<(int Verb, int Particle)> _pairs =
    [
        .. SpeechWords
            .Pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(':'))
            .Select(pair => (words.Id(pair[0]), words.Id(pair[1]))),
    ];

    private readonly int[] _be = [words.Id("was"), words.Id("were"), words.Id("is")];

    /// <summary>"said"; "went on" where the clause ends there: who went on to the gate did not speak.</summary>
    public bool IsVerb(ReadOnlySpan<Piece> tokens, int at)
    {
        if (!tokens[at].IsWord)
            return false;
        if (words.Is(tokens[at].Word, WordClass.SpeechVerb))
            return true;
        if (!IsPair(tokens, at) || at + 2 == tokens.Length)
            return false;
        var next = tokens[at + 2];
        return !next.IsWord || next.IsCapital || IsAdverb(next);
    }

    /// <summary>The last word of the verb that begins here.</summary>
    public int LastOf(ReadOnlySpan<Piece> tokens, int verb) => IsPair(tokens, verb) ? verb + 1 : verb;

    private bool IsPair(ReadOnlySpan<Piece> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at + 1].IsWord && _pairs.Contains((tokens[at].Word, tokens[at + 1].Word));

    public bool IsGerund(Piece token) => token.IsWord && words.Is(token.Word, WordClass.SpeechGerund);

    /// <summary>"was what Anne often heard him say": nobody speaks beside the quotation.</summary>
    public bool IsPredicate(ReadOnlySpan<Piece> tokens, int at) =>
        at < tokens.Length && tokens[at].IsWord && Array.IndexOf(_be, tokens[at].Word) >= 0;

    /// <summary>"was his answer", "was Isabella's reply": whose; -1 where nothing of that kind follows.</summary>
    public int Answerer(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int at)
    {
        if (at + 2 >= tokens.Length || !IsPredicate(tokens, at))
            return -1;
        var i = mentions.From(at + 1);
        if (i == mentions.Count || mentions[i].First != at + 1 || mentions[i].IsQuoted)
            return -1;
        var next = mentions[i].Last + 1;
        if (next >= tokens.Length)
            return -1;
        if (tokens[next].Mark == Mark.Possessive)
            next++;
        else if (!words.Is(tokens[at + 1].Word, WordClass.Possessive))
            return -1;
        for (var end = Math.Min(tokens.Length, next + NounReach); next < end; next++)
            if (!tokens[next].IsWord && tokens[next].Mark != Mark.Comma)
                return -1;
            else if (tokens[next].IsWord && words.Is(tokens[next].Word, WordClass.SpeechNoun))
                return i;
        return -1;
    }

    /// <summary>
    /// "..., he nagged" and "...!" pouted Louisa: speech that its sentence goes on behind is spoken by whoever the sentence
    /// is about, whatever the verb. The place of the verb, or -1.
    /// </summary>
    public int AnyVerb(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int close)
    {
        var at = close + 1;
        if (at + 1 >= tokens.Length || !tokens[at].IsWord || tokens[close - 1].IsWord)
            return -1;
        var i = mentions.From(at);
        if (i < mentions.Count && mentions[i].First == at && mentions[i].IsSubject)
        {
            var verb = mentions[i].Last + 1;
            if (verb < tokens.Length && IsAdverb(tokens[verb]))
                verb++;
            return tokens[close - 1].Mark == Mark.Comma && verb < tokens.Length && IsPast(tokens[verb]) ? verb : -1;
        }
        if (!IsPast(tokens[at]) || tokens[at].IsCapital || i == mentions.Count || mentions[i].First != at + 1)
            return -1;
        var after = mentions[i].Last + 1;
        return
            mentions[i].Kind is MentionKind.Name or MentionKind.Noun
            && (after >= tokens.Length || tokens[after].Mark is Mark.Comma or Mark.Stop or Mark.Semicolon or Mark.Open)
            ? at
            : -1;
    }

    private bool IsAdverb(Piece token) =>
        token.IsWord && words.Word(token.Word).EndsWith("ly", StringComparison.Ordinal);

    private bool IsPast(Piece token) =>
        token.IsWord && !token.IsCapital && words.Word(token.Word).EndsWith("ed", StringComparison.Ordinal);
}
