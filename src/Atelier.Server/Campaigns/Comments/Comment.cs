using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Campaigns.Comments.Checking;
using Atelier.Campaigns.Comments.Guarding;
using Atelier.Campaigns.Comments.Judging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using static Atelier.Campaigns.NamedValues;

namespace Atelier.Campaigns.Comments;

/// <summary>
/// A draft of what a persona could say below a post. It is exported and never posted. Its state changes by
/// <see cref="CommentMoves"/> alone.
/// </summary>
internal sealed class Comment
{
    public const int Longest = 4_000;

    private Comment() { }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid CampaignId { get; private set; }
    public Guid PostId { get; private set; }
    public string Persona { get; private set; } = "";
    public CommentState State { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Of the post, when it was last written; empty before.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The number of the present version; 0 before the first.</summary>
    public int Versions { get; private set; }

    /// <summary><see cref="BuiltIn"/> or a model's name; a person's edit leaves it.</summary>
    public string Writer { get; private set; } = "";

    /// <summary>Of the instructions a model wrote by.</summary>
    public string? PromptVersion { get; private set; }
    public Assessment? Assessment { get; private set; }

    /// <summary>Beside the assessment, for lists and sums.</summary>
    public double? Score { get; private set; }
    public Judgement? Judgement { get; private set; }
    public IReadOnlyList<Attempt> Attempts { get; private set; } = [];
    public string[] Notes { get; private set; } = [];

    /// <summary>What a person asked for with the last regeneration.</summary>
    public string? Instruction { get; private set; }
    public Guid? EditedBy { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public string? DecidedRole { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecisionReason { get; private set; }
    public DateTimeOffset? ExportedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public const string BuiltIn = "built-in";
}

/// <summary>What a comment said at some time, and how it was judged then.</summary>
internal sealed class CommentVersion
{
    private CommentVersion() { }

    public Guid CommentId { get; private set; }
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public VersionCause Cause { get; private set; }
    public Guid? PersonId { get; private set; }
    public string Writer { get; private set; } = "";
    public string? PromptVersion { get; private set; }
    public Assessment Assessment { get; private set; } = null!;
    public string? Note { get; private set; }
    public DateTimeOffset At { get; private set; }

    public static CommentVersion Of(
        Guid comment,
        int number,
        VersionCause cause,
        NewText text,
        Guid? person,
        DateTimeOffset now
    ) =>
        new()
        {
            CommentId = comment,
            Number = number,
            Text = text.Text,
            Cause = cause,
            PersonId = person,
            Writer = text.Writer,
            PromptVersion = text.PromptVersion,
            Assessment = text.Assessment,
            Note = text.Note,
            At = now,
        };
}

public enum VersionCause
{
    Writer,
    Person,
    Regenerated,
}

/// <summary>A text that takes the place of the one before.</summary>
internal sealed record NewText(string Text, string Writer, string? PromptVersion, Assessment Assessment, string? Note);

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<CommentVersion>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.State).HasConversion(Named<CommentState>());
        builder.Property(c => c.Assessment).HasColumnType("jsonb").HasConversion(Stored<Assessment?>());
        builder.Property(c => c.Judgement).HasColumnType("jsonb").HasConversion(Stored<Judgement?>());
        builder.Property(c => c.Attempts).HasColumnType("jsonb").HasConversion(Stored<IReadOnlyList<Attempt>>());
    }

    public void Configure(EntityTypeBuilder<CommentVersion> builder)
    {
        builder.ToTable("comment_versions").HasKey(v => new { v.CommentId, v.Number });
        builder.Property(v => v.Cause).HasConversion(Named<VersionCause>());
        builder.Property(v => v.Assessment).HasColumnType("jsonb").HasConversion(Stored<Assessment>());
    }

    private static readonly JsonSerializerOptions InWords = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static ValueConverter<T, string> Stored<T>() =>
        new(value => JsonSerializer.Serialize(value, InWords), text => JsonSerializer.Deserialize<T>(text, InWords)!);
}
