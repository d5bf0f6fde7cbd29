using Atelier.Language.Cast.Quoting;

namespace Atelier.Language.Cast.Speaking;

internal static class Conversation
{
    /// <summary>Whether the turn belongs to the talk of the one before.</summary>
    public static bool GoesOn(Turn before, Turn turn) =>
        turn.Continues || (turn.Chapter == before.Chapter && turn.Gap < Weights.ConversationGap);
}

/// <summary>What one turn says about the next, as factors of likelihood.</summary>
internal readonly struct Link
{
    private readonly Turn _before;
    private readonly Turn _turn;

    public Link(Turn before, Turn turn)
    {
        (_before, _turn) = (before, turn);
        if (turn.Continues)
        {
            (Same, Other, Alternates) = (1, Math.Exp(Weights.OtherContinues), 1);
            return;
        }
        var (same, alternates) =
            turn.Gap > 0 ? (Weights.SameAfterNarration, Weights.AlternatesAfterNarration)
            : turn.Border == Border.Loose ? (Weights.SameLoose, Weights.AlternatesLoose)
            : (Weights.Same, Weights.Alternates);
        if (before.Asks)
            (same, alternates) = (same + Weights.SameAfterQuestion, alternates + Weights.AlternatesAfterQuestion);
        (Same, Other, Alternates) = (Math.Exp(same), 1, Math.Exp(alternates));
    }

    /// <summary>For the same speaker once more.</summary>
    public double Same { get; }

    /// <summary>For anybody else.</summary>
    public double Other { get; }

    /// <summary>For the speaker of the turn before the last, on top.</summary>
    public double Alternates { get; }

    /// <summary>For this one to speak after another: who was called answers.</summary>
    public double Comes(Choice speaker)
    {
        if (_turn.Continues)
            return 1;
        var isCalled = speaker.Figure == _before.Called || speaker.Figure == _before.Addressee;
        return Math.Exp((isCalled ? Weights.CalledAnswers : 0) + Fits(_before.CalledGender, speaker));
    }

    /// <summary>For another to speak after this one: who is called spoke before.</summary>
    public double Goes(Choice previous)
    {
        if (_turn.Continues)
            return 1;
        var isCalled = previous.Figure >= 0 && previous.Figure == _turn.Called;
        return Math.Exp((isCalled ? Weights.CallsLastSpeaker : 0) + Fits(_turn.CalledGender, previous));
    }

    /// <summary>Who is called "sir" is a man, and most likely the other one in the talk.</summary>
    private static double Fits(Gender called, Choice other) =>
        called == Gender.Unknown || other.Gender == Gender.Unknown ? 0
        : called == other.Gender ? Weights.CalledGender
        : -Weights.CalledGender;
}
