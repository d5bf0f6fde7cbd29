using Atelier.Library.Cards;

namespace Atelier.Library.Characters;

/// <summary>A sentence of a card, and the place in a document that it was taken from, in code points.</summary>
/// <param name="Field">Of the card; <c>lore:</c> and an entry's id for one of the lorebook.</param>
public sealed record SourcedSentence(string Field, string Text, int Start, int End, int Chapter);

/// <summary>A being that somebody keeps, edits, talks to and takes away as a card.</summary>
internal sealed class Character
{
    private Character() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? ProjectId { get; private set; }

    /// <summary>The card's own, beside it so that lists need not read cards.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The whole card as JSON; text and not jsonb, which would neither keep order nor the NUL character.</summary>
    public string Card { get; private set; } = "";

    /// <summary>Where it comes from, with the number of the person there.</summary>
    public Guid? DocumentId { get; private set; }
    public int? Person { get; private set; }

    /// <summary>Follows its document; a copy does not, so that it is not brought up to date in its place.</summary>
    public bool IsOriginal { get; private set; }

    /// <summary>What the card says in words of the document, sentence by sentence.</summary>
    public IReadOnlyList<SourcedSentence> Sources { get; private set; } = [];

    /// <summary>What was last written from the document, by field: whatever differs is its author's own.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();
    public string? AvatarSha256 { get; private set; }
    public string? AvatarType { get; private set; }

    /// <summary>Counts changes from 1; whoever changes it says which one they saw.</summary>
    public int Version { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Character Begin(Guid owner, Guid? project, CharacterCard card, DateTimeOffset now)
    {
        var character = new Character
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            ProjectId = project,
            CreatedAt = now,
        };
        character.Rewrite(card, now);
        return character;
    }

    /// <summary>The same once more, under a name of its own; it no longer follows its document.</summary>
    public Character Copy(DateTimeOffset now)
    {
        var card = CharacterCard.Parse(Card);
        card.Name = CardFields.Cut($"{card.Name} (copy)", CardFields.LongestName);
        var copy = Begin(OwnerId, ProjectId, card, now);
        (copy.DocumentId, copy.Person, copy.Sources, copy.Written) = (DocumentId, Person, Sources, Written);
        (copy.AvatarSha256, copy.AvatarType) = (AvatarSha256, AvatarType);
        return copy;
    }

    public void Rewrite(CharacterCard card, DateTimeOffset now)
    {
        (Name, Card) = (
            CardFields.Cut(card.Name.ReplaceLineEndings(" ").Trim(), CardFields.LongestName),
            card.ToString()
        );
        Change(now);
    }

    public void Move(Guid? project, DateTimeOffset now)
    {
        ProjectId = project;
        Change(now);
    }

    public void Show(string? avatar, string? type, DateTimeOffset now)
    {
        (AvatarSha256, AvatarType) = (avatar, type);
        Change(now);
    }

    public void Follow(
        Guid document,
        int person,
        IReadOnlyList<SourcedSentence> sources,
        IReadOnlyDictionary<string, string> written
    ) => (DocumentId, Person, IsOriginal, Sources, Written) = (document, person, true, sources, written);

    private void Change(DateTimeOffset now) => (Version, UpdatedAt) = (Version + 1, now);
}

/// <summary>A file that travels with a character's card.</summary>
internal sealed record CharacterFile(Guid CharacterId, string Path, string Sha256, long Length);
