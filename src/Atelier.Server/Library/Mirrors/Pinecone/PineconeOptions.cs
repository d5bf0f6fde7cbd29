using System.ComponentModel.DataAnnotations;

namespace Atelier.Library.Mirrors.Pinecone;

/// <summary>
/// Section <c>Atelier:Library:Pinecone</c>: a Pinecone index with integrated embedding that gets a copy of all passages. The
/// index makes the vectors; the studio has none. Off without a host.
/// </summary>
internal sealed class PineconeOptions : IValidatableObject
{
    public const string Section = "Atelier:Library:Pinecone";

    /// <summary>Of the index, as in <c>https://books-abc123.svc.aped-4627-b74a.pinecone.io</c>.</summary>
    public Uri? Host { get; set; }

    /// <summary>Better kept in the environment or a file than on a command line.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file that holds the key; white space around it is ignored.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>The field that the index was made to embed.</summary>
    [Required, RegularExpression("[A-Za-z][A-Za-z0-9_]{0,63}")]
    public string TextField { get; set; } = "chunk_text";

    /// <summary>Every person has a namespace: this, and the person's id.</summary>
    [Required(AllowEmptyStrings = true), RegularExpression("[A-Za-z0-9-]{0,32}")]
    public string NamespacePrefix { get; set; } = "atelier-";

    /// <summary>The version of Pinecone's API that is spoken.</summary>
    [Required, RegularExpression("20[0-9]{2}-[0-9]{2}")]
    public string ApiVersion { get; set; } = "2025-04";

    /// <summary>For one request.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        MirrorSecret
            .Check((nameof(Host), Host), (nameof(ApiKey), ApiKey), (nameof(ApiKeyFile), ApiKeyFile))
            .Concat(
                PineconeMirror.Facts.Contains(TextField)
                    ? [new("A name that no other field of a record has.", [nameof(TextField)])]
                    : []
            );
}
