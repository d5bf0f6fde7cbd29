using Atelier.Library.Documents;

namespace Atelier.Library.Extracting;

/// <summary>Takes the text out of files of one kind.</summary>
internal interface IExtractor
{
    IReadOnlyList<DocumentFormat> Formats { get; }

    /// <exception cref="Unreadable">Why there is no text to be had.</exception>
    Task ReadAsync(SourceFile source, TextDraft draft, IProgress<double> progress, CancellationToken cancel);
}

/// <param name="Encoding">What its owner says it is written in.</param>
internal sealed record SourceFile(string Path, DocumentFormat Format, string? Encoding)
{
    public FileStream Open() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
}
