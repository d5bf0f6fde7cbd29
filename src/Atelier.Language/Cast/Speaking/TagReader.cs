using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Reads "said Emma", "he replied" and "then she said to him:" around one quotation.</summary>
internal sealed class TagReader(Vocabulary words)
{
    // A tag's verb comes soon, even behind "Mr. Weston, with a glance at his wife,".
    private const int After = 16;
    private const int Before = 30;

    // "said his good old friend Mr. Weston"
    private const int Epithets = 3;

    private readonly int _to = words.Id("to");
    private readonly int _who = words.Id("who");
    private readonly SayingReader _saying = new(words);

    public Tag Read(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int open, int close)
    {
        if (
            open > 0
            && tokens[open - 1].Mark == Mark.Colon
            && ReadBefore(tokens, mentions, open) is { IsClose: true } lead
        )
            return lead;
        var after = ReadAfter(tokens, mentions, close, out var leadsOn);
        if (after.IsClose && !leadsOn)
            return after;
        var before = ReadBefore(tokens, mentions, open);
        if (before.IsClose)
            return before;
        return after.Kind != TagKind.None ? after : before;
    }

    private Tag ReadAfter(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int close, out bool leadsOn)
    {
        leadsOn = false;
        var verb = -1;
        var end = close + 1;
        for (; end < tokens.Length && end <= close + After; end++)
        {
            var token = tokens[end];
            if (token.Mark is Mark.Stop or Mark.Open or Mark.Colon or Mark.Semicolon)
                break;
            if (verb < 0 && _saying.IsVerb(tokens, end))
                verb = end;
        }
        if (_saying.Answerer(tokens, mentions, close + 1) is >= 0 and var answerer)
            return new(Kind(mentions[answerer]), answerer, -1, true, true);
        if (_saying.IsPredicate(tokens, close + 1))
            return Tag.None;
        if (verb < 0)
            verb = _saying.AnyVerb(tokens, mentions, close);
        if (verb < 0)
            return Tag.None;
        // What leads up to the next quotation, and starts with a capital after a full stop, is that one's tag.
        var ownSentence =
            close > 0
            && tokens[close - 1].Mark is Mark.Stop
            && close + 1 < tokens.Length
            && tokens[close + 1].IsCapital;
        if (ownSentence && end < tokens.Length && tokens[end].Mark is Mark.Open or Mark.Colon && verb > close + 1)
            return Tag.None;
        // "..., and Paul answered, "No."": more likely about what follows, unless nothing else is said of this one.
        leadsOn =
            verb > close + 2
            && end < tokens.Length
            && tokens[end].Mark == Mark.Open
            && tokens[end - 1].Mark != Mark.Word;
        var speaker = Named(mentions, tokens, FirstSubject(mentions, close + 1, verb - 1));
        var inverted = speaker < 0 && verb - close <= 2;
        if (inverted)
            speaker = Starting(mentions, tokens, _saying.LastOf(tokens, verb) + 1);
        if (speaker < 0)
            return Tag.None;
        var mention = mentions[speaker];
        // "...;" and when Anne ventured to speak: another clause.
        var isOther = words.Is(tokens[close + 1].Word, WordClass.Conjunction);
        var isClose = !isOther && (inverted || verb - mention.Last <= 2 || !ownSentence);
        return new(Kind(mention), speaker, Addressee(tokens, mentions, verb, end, speaker), isClose, isClose);
    }

    private Tag ReadBefore(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int open)
    {
        if (open == 0)
            return Tag.None;
        var last = tokens[open - 1];
        var leads = last.Mark is Mark.Comma or Mark.Colon or Mark.Dash || (last.IsWord && !last.IsQuoted);
        if (!leads)
            return Tag.None;
        var (start, verb) = (open - 1, -1);
        for (; start >= 0 && start >= open - Before; start--)
        {
            var token = tokens[start];
            if (token.Mark is Mark.Close or Mark.Open || (token.Mark == Mark.Stop && start < open - 1))
                break;
            if (verb < 0 && (_saying.IsVerb(tokens, start) || _saying.IsGerund(token)))
                verb = start;
        }
        start++;
        if (verb < 0)
        {
            if (last.Mark is not (Mark.Colon or Mark.Dash or Mark.Comma))
                return Tag.None;
            var subject = FirstSubject(mentions, start, open - 1);
            return subject < 0 ? Tag.None : new(TagKind.Introduced, subject, -1, false, false);
        }
        var speaker = WhoSpeaks(tokens, mentions, start, verb);
        if (speaker < 0)
            speaker = LastSubject(mentions, start, verb - 1);
        if (speaker < 0)
            speaker = Starting(mentions, tokens, _saying.LastOf(tokens, verb) + 1);
        if (speaker < 0)
            return Tag.None;
        return new(
            Kind(mentions[speaker]),
            speaker,
            Addressee(tokens, mentions, verb, open, speaker),
            true,
            IsAlone(mentions, speaker, start, open)
        );
    }

    /// <summary>"Fielding, who liked Miss Derek, said" and "turned to Miss Derek, who said": whom "who" stands for.</summary>
    private int WhoSpeaks(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int start, int verb)
    {
        for (var at = verb - 1; at > start + 1; at--)
        {
            if (!tokens[at].IsWord || tokens[at].Word != _who || tokens[at - 1].Mark != Mark.Comma)
                continue;
            var i = mentions.From(at) - 1;
            if (i < 0 || mentions[i].Last != at - 2 || mentions[i].IsQuoted)
                return -1;
            var isOver = tokens[verb - 1].Mark == Mark.Comma;
            return isOver || FirstSubject(mentions, at, verb - 1) < 0 ? i : -1;
        }
        return -1;
    }

    /// <summary>Not "Fielding, who liked Miss Derek, said", where either may speak as far as can be read.</summary>
    private static bool IsAlone(List<Mention> mentions, int speaker, int from, int to)
    {
        for (var i = mentions.From(from); i < mentions.Count && mentions[i].First < to; i++)
            if (i != speaker && !mentions[i].IsQuoted)
                return false;
        return true;
    }

    private static TagKind Kind(Mention mention) =>
        mention.Kind switch
        {
            MentionKind.Name => TagKind.Named,
            MentionKind.Noun => TagKind.Noun,
            MentionKind.I => TagKind.I,
            MentionKind.Pronoun => TagKind.Pronoun,
            _ => TagKind.None,
        };

    /// <summary>The mention right behind the verb, an adverb or an epithet aside.</summary>
    private int Starting(List<Mention> mentions, ReadOnlySpan<Piece> tokens, int at)
    {
        for (var skip = 0; skip < Epithets && at < tokens.Length && tokens[at].IsWord; skip++, at++)
        {
            var i = mentions.From(at);
            if (i < mentions.Count && mentions[i].First == at && !mentions[i].IsQuoted && !IsOwner(mentions, i, tokens))
                return IsObject(mentions[i], tokens[at]) ? -1 : Named(mentions, tokens, i);
            if (words.Is(tokens[at].Word, WordClass.Preposition))
                return -1;
        }
        return -1;
    }

    /// <summary>"her" in "said her brother John": whose he is, not who speaks.</summary>
    private bool IsOwner(List<Mention> mentions, int at, ReadOnlySpan<Piece> tokens) =>
        mentions[at] is { Kind: not (MentionKind.Name or MentionKind.Noun) } mention
        && words.Is(tokens[mention.First].Word, WordClass.Possessive)
        && at + 1 < mentions.Count
        && mentions[at + 1].Kind == MentionKind.Name
        && mentions[at + 1].First <= mention.Last + Epithets;

    /// <summary>"his friend Mr. Weston", "his friend, Mr. Weston,": the name says more than the noun.</summary>
    private static int Named(List<Mention> mentions, ReadOnlySpan<Piece> tokens, int at)
    {
        if (
            at < 0
            || mentions[at].Kind != MentionKind.Noun
            || at + 1 == mentions.Count
            || mentions[at + 1].Kind != MentionKind.Name
        )
            return at;
        var (noun, name) = (mentions[at], mentions[at + 1]);
        var isBeside = name.First == noun.Last + 1;
        var isBetween =
            name.First == noun.Last + 2
            && tokens[noun.Last + 1].Mark == Mark.Comma
            && (name.Last + 1 >= tokens.Length || !tokens[name.Last + 1].IsWord);
        return !name.IsQuoted && (isBeside || isBetween) && Naming.Genders.Agree(noun.Gender, name.Gender)
            ? at + 1
            : at;
    }

    /// <summary>"him" and "his" do not speak; "her" does when a noun follows, which is another mention.</summary>
    private bool IsObject(Mention mention, Piece token) =>
        mention.Kind != MentionKind.Noun
        && (
            words.Is(token.Word, WordClass.Possessive)
            || words.Word(token.Word) is "him" or "me" or "them" or "us" or "himself" or "herself" or "myself"
        );

    private static int FirstSubject(List<Mention> mentions, int from, int to)
    {
        for (var i = mentions.From(from); i < mentions.Count && mentions[i].First <= to; i++)
            if (mentions[i].Last <= to && mentions[i].IsSubject && !mentions[i].IsQuoted)
                return i;
        return -1;
    }

    private static int LastSubject(List<Mention> mentions, int from, int to)
    {
        for (var i = mentions.From(to + 1) - 1; i >= 0 && mentions[i].First >= from; i--)
            if (mentions[i].Last <= to && mentions[i].IsSubject && !mentions[i].IsQuoted)
                return i;
        return -1;
    }

    private int Addressee(ReadOnlySpan<Piece> tokens, List<Mention> mentions, int verb, int end, int speaker)
    {
        for (var i = mentions.From(verb + 1); i < mentions.Count && mentions[i].First < end; i++)
        {
            var mention = mentions[i];
            if (i == speaker || mention.Last >= end || mention.IsQuoted)
                continue;
            if (
                mention.First > 0
                && tokens[mention.First - 1].IsWord
                && (tokens[mention.First - 1].Word == _to || mention.First - 1 == verb)
            )
                return i;
        }
        return -1;
    }
}
