using System.Text;
using Atelier.JobEngine;
using Atelier.Jobs.Contracts;
using Atelier.Language.Figures;
using Atelier.Library.Documents;
using Atelier.Library.Reading;
using Atelier.Platform;
using Atelier.Platform.Files;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Extracting;

/// <summary>From a file to a text in the asset store.</summary>
internal sealed class Extraction(
    AssetStore assets,
    IEnumerable<IExtractor> extractors,
    StoredText texts,
    IOptions<StudioOptions> studio
)
{
    private const int LanguageSample = 200_000;
    private const int TitleSample = 3_000;

    public async Task<ExtractedText> ReadAsync(
        Document document,
        JobRun run,
        IProgress<double> progress,
        CancellationToken cancel
    )
    {
        if (!assets.Exists(document.Sha256))
            throw new JobFailure("file_gone", "The document's file is gone from the studio.", retryable: false);
        var source = new SourceFile(assets.PathOf(document.Sha256), document.Format, document.EncodingAsked);
        using var folder = new WorkFolder(studio.Value, run.PublicId);
        Directory.CreateDirectory(folder.Path);
        var path = Path.Combine(folder.Path, "text");
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 0);
        using var draft = new TextDraft(file);
        try
        {
            await extractors
                .Single(extractor => extractor.Formats.Contains(document.Format))
                .ReadAsync(source, draft, progress, cancel);
            draft.Finish();
        }
        catch (IOException e) when (DiskFullException.IsCauseOf(e))
        {
            throw new DiskFullException();
        }
        if (draft.Length == 0)
            throw Unreadable.Empty();
        NameAfterItself(draft, file);
        file.Position = 0;
        var asset = await assets.PutAsync(file, "text/plain", cancel);
        return new(
            asset.Sha256,
            draft.Length,
            draft.Title,
            draft.Author,
            draft.Encoding,
            LanguageOf(draft, file),
            draft.ScannedPages,
            draft.Chapters is { Count: > 0 } known
                ? known
                : ChapterSearch.Find(texts.Head(asset.Sha256, ChapterSearch.Longest, out _), draft.Length, cancel),
            draft.Pages,
            draft.Warnings,
            [.. draft.Marks]
        );
    }

    private static void NameAfterItself(TextDraft draft, FileStream file)
    {
        var title =
            GoodTitle.Of(draft.Title) ?? GoodTitle.OfHeading(draft.Chapters is [var first, ..] ? first.Title : null);
        if (title is null)
        {
            file.Position = 0;
            using var reader = new StreamReader(file, Encoding.UTF8, false, -1, leaveOpen: true);
            var head = new char[TitleSample];
            (title, var author) = GoodTitle.OfHead(new string(head, 0, reader.ReadBlock(head, 0, head.Length)));
            draft.Author ??= author;
        }
        draft.Title = title;
    }

    /// <summary>What the words say; what the file says of itself only where they say nothing.</summary>
    private static string? LanguageOf(TextDraft draft, FileStream file)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, Encoding.UTF8, false, -1, leaveOpen: true);
        var sample = new char[LanguageSample];
        var read = reader.ReadBlock(sample, 0, sample.Length);
        return LanguageGuess.Of(sample.AsSpan(0, read))?.Code
            ?? (draft.Language is { Length: >= 2 } declared ? declared[..2].ToLowerInvariant() : null);
    }
}
