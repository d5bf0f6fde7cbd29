namespace Atelier.Language.Cast.Lexing;

/// <summary>What a word can be, whatever its context.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    SpeechVerb = 1 << 0,
    Title = 1 << 1,
    KinTitle = 1 << 2,
    Male = 1 << 3,
    Female = 1 << 4,

    /// <summary>A noun for a person: "landlord", "wife".</summary>
    PersonNoun = 1 << 5,

    /// <summary>A person noun that fits nearly everybody: "man", "girl".</summary>
    Generic = 1 << 6,
    Pronoun = 1 << 7,
    FirstPerson = 1 << 8,
    Possessive = 1 << 9,
    Determiner = 1 << 10,
    Preposition = 1 << 11,

    /// <summary>A preposition after which a name is more often a place: "in", "at".</summary>
    PlacePreposition = 1 << 12,

    /// <summary>Written with a capital, or opens sentences, and still names nobody.</summary>
    NotName = 1 << 13,

    /// <summary>A verb that mostly people do: "smiled", "thought", "entered".</summary>
    Act = 1 << 14,

    /// <summary>An adjective that stands before names: "poor", "old".</summary>
    Epithet = 1 << 15,
    Conjunction = 1 << 16,

    /// <summary>Joins parts of one name: "of", "de".</summary>
    Connector = 1 << 17,

    /// <summary>What people have and places have not: "face", "hand", "wife".</summary>
    Belonging = 1 << 18,

    /// <summary>Ends with a full stop that ends no sentence.</summary>
    Abbreviation = 1 << 19,

    /// <summary>More than one: "they", "men".</summary>
    Plural = 1 << 20,

    /// <summary>A family noun that needs an owner: "his wife".</summary>
    Kin = 1 << 21,

    /// <summary>Verbs of being and having, and modal ones.</summary>
    Auxiliary = 1 << 22,
    Negation = 1 << 23,

    /// <summary>Ends the name of a place or a firm: "Street", "Company".</summary>
    Site = 1 << 24,

    /// <summary>What one calls somebody to the face: "sir", "papa".</summary>
    Call = 1 << 25,

    /// <summary>A kind of ship, or what only ships have: "schooner", "deck".</summary>
    Ship = 1 << 26,

    /// <summary>"saying", "adding".</summary>
    SpeechGerund = 1 << 27,

    /// <summary>"answer", "reply".</summary>
    SpeechNoun = 1 << 28,

    /// <summary>Opens sentences in most books, and is somebody's name in a few: "pooh", "may".</summary>
    Opener = 1 << 29,
}
