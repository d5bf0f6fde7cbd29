namespace Atelier.Language.Cast.Speaking;

/// <summary>
/// Every number that decides who speaks, in one place. They are log-odds, set by hand and then moved one at a time on the
/// tuning half of the annotated excerpts; the report in bench/results/language.md is of the other half.
/// </summary>
internal static class Weights
{
    /// <summary>Characters of text after which a mention counts 37 %: about three paragraphs.</summary>
    public const double Memory = 2250;

    public const double SubjectMention = 1.0;
    public const double OtherMention = 0.3;

    /// <summary>A name inside speech is more often absent than a name in narration.</summary>
    public const double QuotedMention = 0.05;
    public const double CalledMention = 0.5;

    /// <summary>"I" comes in every other sentence; each says little about who is on stage.</summary>
    public const double NarratorMention = 0.15;
    public const double NounMention = 0.6;
    public const double SpeakerMention = 1.35;

    /// <summary>A speaker whom nothing names, from the first reading, where that was all but certain.</summary>
    public const double HeardMention = 0.6;
    public const double HeardClearly = 0.8;

    /// <summary>What is left of a scene at a chapter's end.</summary>
    public const double ChapterFade = 0.3;

    /// <summary>How much presence counts, alone and when a pronoun asks for the likeliest bearer.</summary>
    public const double Presence = 0.7;
    public const double PronounPresence = 1.2;

    /// <summary>The share of presence of somebody not seen lately.</summary>
    public const double Absent = 0.018;

    public const double Named = 9;
    public const double NamedLoosely = 4;
    public const double Nominal = 6;

    /// <summary>"the girl": further into a book, most often somebody with a name. (Excerpts from beginnings would have it higher.)</summary>
    public const double NominalGeneric = 5.5;

    /// <summary>"the man" may be somebody with a name whose gender fits.</summary>
    public const double NominalOther = 2.45;
    public const double FirstPerson = 9;
    public const double Introduced = 2.5;

    /// <summary>Somebody who is not known at all.</summary>
    public const double Stranger = -6;

    /// <summary>For each e-fold of being named in the whole book.</summary>
    public const double Fame = 0.15;

    public const double WrongGender = -6;
    public const double UnknownGender = -0.7;

    /// <summary>"she" is most often the last woman who did something.</summary>
    public const double LastSubject = 1.2;

    /// <summary>Somebody acts in the paragraph of the speech, before or after it.</summary>
    public const double ActsBefore = 1.9;
    public const double ActsAfter = 1.8;
    public const double OnlyOne = 0.8;

    /// <summary>The last sentence of the paragraph before is about somebody.</summary>
    public const double ActedLast = 0.6;

    /// <summary>People seldom call themselves, and rarely speak of themselves by name.</summary>
    public const double CallsSelf = -6;
    public const double NamesSelf = -2.1;

    /// <summary>The next paragraph is seldom spoken by the same person, unless narration comes between.</summary>
    public const double Same = -2.2;
    public const double SameLoose = -0.2;
    public const double SameAfterNarration = -0.5;

    /// <summary>In talk of two every other paragraph is one's own.</summary>
    public const double Alternates = 1.3;
    public const double AlternatesAfterNarration = 0.65;
    public const double AlternatesLoose = 0.6;

    /// <summary>A question is answered by the other one.</summary>
    public const double SameAfterQuestion = -0.3;
    public const double AlternatesAfterQuestion = 0.3;

    /// <summary>Who was called answers, and who is called spoke before.</summary>
    public const double CalledAnswers = 1.45;
    public const double CallsLastSpeaker = 1.2;

    /// <summary>"sir" and "madam" tell the gender of the other one.</summary>
    public const double CalledGender = 0.4;

    /// <summary>Speech cut for its length goes on with the same speaker.</summary>
    public const double OtherContinues = -12;

    /// <summary>Paragraphs of narration after which a conversation is over.</summary>
    public const int ConversationGap = 3;
}
