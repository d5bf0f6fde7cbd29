using System.ComponentModel.DataAnnotations;

namespace Atelier.Books;

/// <summary>What a person asks for. Stored with the book and printed in its manifest.</summary>
public record BookBrief
{
    [StringLength(120)]
    public string? Title { get; init; }

    [Required, StringLength(2000)]
    public required string Prompt { get; init; }

    /// <summary>0-2, 3-5, 5-7, 6-8 or 8-10 years.</summary>
    [AllowedValues(
        "0-2",
        "3-5",
        "5-7",
        "6-8",
        "8-10",
        ErrorMessage = "The age band is one of 0-2, 3-5, 5-7, 6-8 and 8-10."
    )]
    public string AgeBand { get; init; } = "3-5";

    /// <summary>24 to 40, even: front and back matter included.</summary>
    [EvenRange(24, 40)]
    public int Pages { get; init; } = 32;

    /// <summary>8.5x8.5, 8x10, 8.5x11 or 6x9 inches.</summary>
    [AllowedValues(
        "8.5x8.5",
        "8x10",
        "8.5x11",
        "6x9",
        ErrorMessage = "The trim is one of 8.5x8.5, 8x10, 8.5x11 and 6x9 (inches)."
    )]
    public string Trim { get; init; } = "8.5x8.5";

    [MaxLength(6)]
    public IReadOnlyList<BriefCharacter> Characters { get; init; } = [];

    [StringLength(200)]
    public string? Theme { get; init; }

    [StringLength(200)]
    public string? Setting { get; init; }

    [StringLength(120)]
    public string? Author { get; init; }

    [StringLength(400)]
    public string? Dedication { get; init; }

    [StringLength(40)]
    public string? Palette { get; init; }

    /// <summary>Same brief and seed, same bytes. Chosen from the book's id when absent.</summary>
    [Range(0, 9007199254740991)] // exact in a JSON number
    public long? Seed { get; init; }

    /// <summary>Without what a request may carry beside the brief.</summary>
    internal BookBrief BriefAlone() => new(this);
}

/// <summary>A whole number between two bounds that two divides: leaves of a book have two sides.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EvenRangeAttribute(int least, int most) : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is int number && number % 2 == 0 && number >= least && number <= most;

    public override string FormatErrorMessage(string name) => $"{name} must be an even number from {least} to {most}.";
}

/// <summary>A character the author wants in the book.</summary>
/// <param name="Kind">Any noun: "dragon", "labrador", "girl".</param>
/// <param name="Pronouns">she/her, he/him, they/them or it/its.</param>
public sealed record BriefCharacter(
    [property: Required, StringLength(40, MinimumLength = 1)] string Name,
    [property: StringLength(60)] string? Kind = null,
    [property: StringLength(20)] string? Pronouns = null,
    [property: StringLength(80)] string? Trait = null
);
