using System.Globalization;
using Atelier.Library.Extracting.Encodings;
using Atelier.Platform.Errors;

namespace Atelier.Library.Documents;

/// <summary>What is said of a file that arrives.</summary>
internal sealed record Arrival(string FileName, string? Title, string? Encoding)
{
    /// <summary>Larger files are refused.</summary>
    public const long LargestFile = 100L * 1024 * 1024;

    private const int LongestName = 200;

    public static Problem TooLarge { get; } =
        new(StatusCodes.Status413PayloadTooLarge, "document_too_large", "A document has at most 100 MB.");

    /// <summary>The last part of the name as it was on its owner's disk, whatever the system.</summary>
    public static (Arrival? Arrival, Problem? Refusal) Of(string? fileName, string? title, string? encoding)
    {
        var name = (fileName ?? "").Split('/', '\\')[^1];
        name = string.Concat(name.Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Control)).Trim();
        if (name.Length is 0 or > LongestName)
            return (null, Problem.Invalid("fileName", $"A file name has 1 to {LongestName} characters."));
        title = string.IsNullOrWhiteSpace(title) ? null : title.Trim();
        if (title?.Length > Document.LongestTitle)
            return (null, Problem.Invalid("title", $"A title has at most {Document.LongestTitle} characters."));
        encoding = string.IsNullOrWhiteSpace(encoding) ? null : encoding.Trim();
        if (encoding is not null && KnownEncodings.Find(encoding) is null)
            return (null, UnknownEncoding);
        return (new(name, title, encoding), null);
    }

    public static Problem UnknownEncoding { get; } =
        Problem.Invalid("encoding", $"The encoding is one of {string.Join(", ", KnownEncodings.Names)}.");
}
