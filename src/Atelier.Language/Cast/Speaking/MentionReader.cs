using Atelier.Language.Cast.Lexing;
using Atelier.Language.Cast.Naming;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Finds who is meant where in a block: names, nouns and pronouns, in order.</summary>
internal sealed class MentionReader
{
    // "the poor little old woman": an article may stand this far before its noun.
    private const int ArticleReach = 4;

    private readonly Vocabulary _words;
    private readonly NameRuns _runs;
    private readonly Dictionary<NameKey, int> _figures = [];
    private readonly IReadOnlyList<Figure> _cast;
    private readonly int _the;
    private readonly int _to;
    private readonly List<Mention> _found = [];

    public MentionReader(Vocabulary words, IReadOnlyList<Figure> cast)
    {
        (_words, _cast, _runs) = (words, cast, new NameRuns(words));
        (_the, _to) = (words.Id("the"), words.Id("to"));
        foreach (var figure in cast)
        foreach (var form in figure.Forms)
            _figures[form.Key] = figure.Id;
    }

    public List<Mention> Read(ReadOnlySpan<Piece> tokens)
    {
        _found.Clear();
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            if (!token.IsWord)
                continue;
            if ((token.IsCapital || _words.Is(token.Word, WordClass.Title)) && TryName(tokens, at, out var last))
                at = last;
            else if (token.IsQuoted)
            {
                if (_words.Is(token.Word, WordClass.Call) && Vocatives.IsAt(tokens, at, at, _words))
                    Add(tokens, at, at, MentionKind.Noun, -1, Genders.OfWord(_words, token.Word));
            }
            else if (_words.Is(token.Word, WordClass.Pronoun))
                AddPronoun(tokens, at);
            else if (_words.Is(token.Word, WordClass.PersonNoun) && (!token.IsCapital || IsRank(token)))
                AddNoun(tokens, at);
        }
        return _found;
    }

    /// <summary>"the Captain" of several captains, "the Englishman".</summary>
    private bool IsRank(Piece token) =>
        _words.Is(token.Word, WordClass.Title | WordClass.NotName) && !_words.Is(token.Word, WordClass.KinTitle);

    private bool TryName(ReadOnlySpan<Piece> tokens, int at, out int last)
    {
        last = at;
        if (!_runs.TryRead(tokens, at, out var run))
            return false;
        last = run.Last;
        var figure = Look(run.Key);
        if (figure < 0)
            return run.Key.Words > 0;
        var first =
            run.First > 0 && tokens[run.First - 1].IsWord && tokens[run.First - 1].Word == _the
                ? run.First - 1
                : run.First;
        Add(tokens, first, run.Last, MentionKind.Name, figure, _cast[figure].Gender);
        return true;
    }

    /// <summary>The whole name, or what is known of it: the rest of a strange title, the known part of a longer name.</summary>
    private int Look(NameKey key)
    {
        if (_figures.TryGetValue(key, out var figure))
            return figure;
        if (key.Title != 0 && key.Words > 1 && _figures.TryGetValue(key with { Title = 0 }, out figure))
            return figure;
        if (key.Words > 1 && key.Title == 0)
        {
            if (_figures.TryGetValue(new(0, key.First, key.Second, 0, 0), out figure))
                return figure;
            if (_figures.TryGetValue(new(0, key.First, 0, 0, 0), out figure))
                return figure;
        }
        return -1;
    }

    private void AddPronoun(ReadOnlySpan<Piece> tokens, int at)
    {
        var word = tokens[at].Word;
        var kind =
            _words.Is(word, WordClass.FirstPerson) ? MentionKind.I
            : _words.Is(word, WordClass.Plural) ? MentionKind.Several
            : MentionKind.Pronoun;
        // "his" before a noun for a person is part of that noun.
        Add(tokens, at, at, kind, -1, Genders.OfWord(_words, word));
    }

    private void AddNoun(ReadOnlySpan<Piece> tokens, int at)
    {
        if (
            at + 1 < tokens.Length
            && tokens[at + 1].IsWord
            && !tokens[at + 1].IsCapital
            && _words.Is(tokens[at + 1].Word, WordClass.PersonNoun)
        )
            return;
        var (first, owner) = Article(tokens, at);
        if (first < 0)
            return;
        while (_found.Count > 0 && _found[^1].First >= first)
            _found.RemoveAt(_found.Count - 1);
        var word = tokens[at].Word;
        var kind = _words.Is(word, WordClass.Plural) ? MentionKind.Several : MentionKind.Noun;
        Add(tokens, first, at, kind, -1, Genders.OfWord(_words, word), word, owner);
    }

    /// <summary>Where the phrase around a noun begins: at its article, its "his", or at the owner named before "'s".</summary>
    private (int First, int Owner) Article(ReadOnlySpan<Piece> tokens, int noun)
    {
        for (var i = noun - 1; i >= 0 && i >= noun - ArticleReach; i--)
        {
            if (tokens[i].Mark == Mark.Possessive)
                return _found.Count > 0 && _found[^1].Last == i - 1 ? (_found[^1].First, 0) : (-1, 0);
            if (
                !tokens[i].IsWord
                || _words.Is(tokens[i].Word, WordClass.Preposition | WordClass.Auxiliary | WordClass.Conjunction)
            )
                break;
            if (_words.Is(tokens[i].Word, WordClass.Possessive))
                return (i, tokens[i].Word);
            if (_words.Is(tokens[i].Word, WordClass.Determiner))
                return (i, 0);
        }
        return (-1, 0);
    }

    private void Add(
        ReadOnlySpan<Piece> tokens,
        int first,
        int last,
        MentionKind kind,
        int figure,
        Gender gender,
        int noun = 0,
        int owner = 0
    )
    {
        var quoted = tokens[last].IsQuoted;
        _found.Add(
            new(
                first,
                last,
                kind,
                figure,
                gender,
                noun,
                owner,
                IsSubject(tokens, first, last),
                quoted,
                quoted && Vocatives.IsAt(tokens, first, last, _words)
            )
        );
    }

    /// <summary>"approached Fielding", "to see Fanny", "leaving Susan": whom a verb is about does not act in it.</summary>
    private bool HasObject(ReadOnlySpan<Piece> tokens, int verb)
    {
        if (tokens[verb].IsCapital)
            return false;
        var word = _words.Word(tokens[verb].Word);
        return word.EndsWith("ed", StringComparison.Ordinal)
            || word.EndsWith("ing", StringComparison.Ordinal)
            || (verb > 0 && tokens[verb - 1].IsWord && tokens[verb - 1].Word == _to);
    }

    private bool IsSubject(ReadOnlySpan<Piece> tokens, int first, int last)
    {
        if (last + 1 < tokens.Length && tokens[last + 1].Mark == Mark.Possessive)
            return false;
        if (
            first == last
            && _words.Word(tokens[first].Word)
                is "him"
                    or "his"
                    or "her"
                    or "me"
                    or "my"
                    or "them"
                    or "us"
                    or "himself"
                    or "herself"
                    or "hers"
                    or "myself"
        )
            return false;
        var before = first - 1;
        while (before >= 0 && tokens[before].IsWord && _words.Is(tokens[before].Word, WordClass.Epithet))
            before--;
        return before < 0
            || !tokens[before].IsWord
            || !(_words.Is(tokens[before].Word, WordClass.Preposition | WordClass.Act) || HasObject(tokens, before));
    }
}
