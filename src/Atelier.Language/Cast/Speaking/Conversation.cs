using Atelier.Language.Cast.Quoting;

namespace Atelier.Language.Cast.Speaking;

/// <summary>What one turn says about the next, in log-odds.</summary>
internal static class Conversation
{
    /// <summary>Whether the turn belongs to the talk of the one before.</summary>
    public static bool GoesOn(Turn before, Turn turn) =>
        turn.Continues || (turn.Chapter == before.Chapter && turn.Gap < Weights.ConversationGap);

    /// <summary>For a speaker after the two before.</summary>
    public static double Step(Turn before, Turn turn, Choice last, Choice previous, Choice speaker)
    {
        if (turn.Continues)
            return speaker.Figure == previous.Figure ? 0 : Weights.OtherContinues;
        if (speaker.Figure == previous.Figure)
            return turn.Gap > 0 ? Weights.SameAfterNarration
                : turn.Border == Border.Loose ? Weights.SameLoose
                : Weights.Same;
        var score = 0.0;
        if (speaker.Figure == last.Figure)
            score +=
                turn.Gap > 0 ? Weights.AlternatesAfterNarration
                : turn.Border == Border.Loose ? Weights.AlternatesLoose
                : Weights.Alternates;
        if (speaker.Figure == before.Called || speaker.Figure == before.Addressee)
            score += Weights.CalledAnswers;
        if (previous.Figure >= 0 && previous.Figure == turn.Called)
            score += Weights.CallsLastSpeaker;
        return score + Fits(before.CalledGender, speaker) + Fits(turn.CalledGender, previous);
    }

    /// <summary>Who is called "sir" is a man, and most likely the other one in the talk.</summary>
    private static double Fits(Gender called, Choice other) =>
        called == Gender.Unknown || other.Gender == Gender.Unknown ? 0
        : called == other.Gender ? Weights.CalledGender
        : -Weights.CalledGender;
}
