using Atelier.Language.Cast.Naming;
using Atelier.Language.Cast.Quoting;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Gives everybody on stage log-odds for a turn, from its own paragraph and the stage alone.</summary>
internal sealed class TurnScorer(Stage stage)
{
    private const int MostChoices = 8;

    private readonly List<Choice> _choices = [];
    private readonly HashSet<int> _pool = [];

    public Turn Score(Scene scene, int firstQuote, int lastQuote, Border border, int gap, bool continues, bool asks)
    {
        var tag = scene.Tag;
        var speaker = tag.Speaker >= 0 ? scene.Mentions[tag.Speaker] : default;
        var tagged = tag.Kind is TagKind.None ? -1 : stage.Cast(speaker);
        var before = Actor(scene, scene.From + 1, scene.Open, last: true);
        var after = Actor(scene, scene.FirstClose, scene.Until, last: false);
        var called = Called(scene);
        FillPool(scene, tagged, before, after);
        var total = _pool.Sum(figure => stage.Salience.Of(figure, scene.At)) + 1e-9;
        _choices.Clear();
        foreach (var figure in _pool)
        {
            var share = stage.Salience.Of(figure, scene.At) / total;
            var presence = tag.Kind == TagKind.Pronoun ? Weights.PronounPresence : Weights.Presence;
            var score = presence * Math.Log(share + Weights.Absent);
            score += stage.Fame(figure);
            score += ByTag(tag, speaker, tagged, figure);
            if (tag.Kind <= TagKind.Introduced)
            {
                score += figure == before ? Weights.ActsBefore : 0;
                score += figure == after ? Weights.ActsAfter : 0;
                score += figure == before && (after == before || after < 0) ? Weights.OnlyOne : 0;
                score += figure == scene.ActedLast && border != Border.Chapter ? Weights.ActedLast : 0;
            }
            score += BySpeech(scene, figure, called);
            _choices.Add(new(figure, score, stage.GenderOf(figure)));
        }
        _choices.Sort((a, b) => b.Score.CompareTo(a.Score));
        if (_choices.Count > MostChoices)
            _choices.RemoveRange(MostChoices, _choices.Count - MostChoices);
        return new Turn
        {
            FirstQuote = firstQuote,
            LastQuote = lastQuote,
            Border = border,
            Chapter = scene.Block.Chapter,
            Gap = gap,
            Continues = continues,
            Asks = asks,
            Tag = tag.Kind,
            TagIsClose = tag.IsClose,
            TagPlace = scene.TagPlace,
            TagGender = tag.Kind is TagKind.None or TagKind.Introduced ? Gender.Unknown : speaker.Gender,
            Tagged = tag.Kind is TagKind.Pronoun ? -1 : tagged,
            Actor = before >= 0 ? before : after,
            Called = called,
            CalledGender = CalledGender(scene),
            Addressee = tag.Addressee >= 0 ? stage.Resolve(scene.Mentions[tag.Addressee]) : -1,
            Choices = [.. _choices, new(-1, Weights.Stranger, Gender.Unknown)],
        };
    }

    /// <summary>For somebody who was not on stage when the turn was read.</summary>
    public Choice Unseen(int figure, Turn turn)
    {
        var score = (Weights.Presence * Math.Log(Weights.Absent)) + stage.Fame(figure);
        if (figure == turn.Called)
            score += Weights.CallsSelf;
        if (turn.Tag is TagKind.Noun or TagKind.Pronoun)
            score += Genders.Agree(stage.GenderOf(figure), turn.TagGender)
                ? Weights.UnknownGender
                : Weights.WrongGender;
        return new(figure, score, stage.GenderOf(figure));
    }

    private void FillPool(Scene scene, int tagged, int before, int after)
    {
        _pool.Clear();
        foreach (var present in stage.Salience.Present)
            _pool.Add(present.Figure);
        foreach (
            var figure in (ReadOnlySpan<int>)
                [tagged, before, after, scene.ActedLast, scene.FirstPerson ? stage.Narrator : -1]
        )
            if (figure >= 0)
                _pool.Add(figure);
        if (!scene.FirstPerson && scene.Tag.Kind != TagKind.I)
            _pool.Remove(stage.Narrator);
    }

    private double ByTag(Tag tag, Mention speaker, int tagged, int figure)
    {
        switch (tag.Kind)
        {
            case TagKind.Named:
                return figure == tagged ? (tag.IsClose ? Weights.Named : Weights.NamedLoosely) : 0;
            case TagKind.I:
                return figure == tagged ? Weights.FirstPerson : 0;
            case TagKind.Introduced:
                return figure == tagged ? Weights.Introduced : 0;
            case TagKind.Noun when figure == tagged:
                return stage.IsGeneric(speaker) ? Weights.NominalGeneric : Weights.Nominal;
            case TagKind.Noun or TagKind.Pronoun:
                var gender = stage.GenderOf(figure);
                var fits =
                    figure == stage.Narrator ? Weights.WrongGender
                    : gender == Gender.Unknown ? Weights.UnknownGender
                    : Genders.Agree(gender, speaker.Gender) ? 0
                    : Weights.WrongGender;
                return fits
                    + (
                        tag.Kind == TagKind.Noun ? Weights.NominalOther
                        : figure == tagged ? Weights.LastSubject
                        : 0
                    );
            default:
                return 0;
        }
    }

    private static double BySpeech(Scene scene, int figure, int called)
    {
        if (figure == called)
            return Weights.CallsSelf;
        foreach (var mention in Spoken(scene))
            if (mention.IsQuoted && mention.Figure == figure)
                return Weights.NamesSelf;
        return 0;
    }

    private static ReadOnlySpan<Mention> Spoken(Scene scene) => scene.Mentions.Between(scene.Open + 1, scene.LastClose);

    private static int Called(Scene scene)
    {
        foreach (var mention in Spoken(scene))
            if (mention is { IsCalled: true, Figure: >= 0 })
                return mention.Figure;
        return -1;
    }

    private static Gender CalledGender(Scene scene)
    {
        foreach (var mention in Spoken(scene))
            if (mention.IsCalled && mention.Gender != Gender.Unknown)
                return mention.Gender;
        return Gender.Unknown;
    }

    private int Actor(Scene scene, int from, int to, bool last)
    {
        var found = -1;
        foreach (var mention in scene.Mentions.Between(from, to))
        {
            if (mention.IsQuoted || !mention.IsSubject || stage.Resolve(mention) is not (>= 0 and var figure))
                continue;
            found = figure;
            if (!last)
                break;
        }
        return found;
    }
}
