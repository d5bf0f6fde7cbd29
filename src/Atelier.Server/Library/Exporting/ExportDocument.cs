using System.ComponentModel;
using System.Security.Cryptography;
using Atelier.Library.Documents;
using Atelier.Library.Reading;
using Atelier.Platform;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Library.Exporting;

internal static class ExportDocument
{
    private static readonly Dictionary<string, Format> Formats = new()
    {
        ["txt"] = new("text/plain; charset=utf-8", ".txt", TextExport.WriteAsync),
        ["md"] = new("text/markdown; charset=utf-8", ".md", MarkdownExport.WriteAsync),
        ["docx"] = new(WordExport.MediaType, ".docx", WordExport.WriteAsync),
        ["epub"] = new("application/epub+zip", ".epub", EpubExport.WriteAsync),
        ["html"] = new("text/html; charset=utf-8", ".html", HtmlExport.WriteAsync),
        ["json"] = new("application/json", ".json", JsonExport.WriteAsync, IsOfAnalysis: true),
        ["csv"] = new("text/csv; charset=utf-8", "-quotations.csv", QuotationsExport.WriteAsync, IsOfAnalysis: true),
        ["graphml"] = new(
            "application/graphml+xml",
            "-relations.graphml",
            RelationsExport.WriteAsync,
            IsOfAnalysis: true
        ),
    };

    public static string[] MediaTypes { get; } =
    [.. Formats.Values.Select(format => format.MediaType.Split(';')[0]).Distinct()];

    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Get(
        Guid documentId,
        [Description(
            "txt, md, docx, epub, html (with its quotations marked), json (the analysis), csv (quotations) or graphml (relations)."
        )]
            string format,
        LibraryDb db,
        StoredText texts,
        IOptions<StudioOptions> studio,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!Formats.TryGetValue(format, out var target))
            return Problem.Invalid("format", $"The format is one of {string.Join(", ", Formats.Keys)}.").ToHttp();
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, ct);
        var contents = await db.Contents.AsNoTracking().SingleOrDefaultAsync(c => c.DocumentId == documentId, ct);
        if (document is null)
            return GetDocument.Gone.ToHttp();
        if (contents is null || target.IsOfAnalysis && document.AnalyzedAt is null)
            return GetDocument.NotReady.ToHttp();
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout(); // as long as the caller keeps reading
        var file = Scratch(studio.Value);
        try
        {
            await target.WriteAsync(new(document, contents, texts), db, file, ct);
            file.Position = 0;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        AssetDownload.Confine(http);
        return TypedResults.File(file, target.MediaType, FileSlug.Of(document.Title, "document") + target.Ending);
    }

    /// <summary>Gone as soon as it is closed, also when the studio is killed.</summary>
    private static FileStream Scratch(StudioOptions studio)
    {
        var folder = Directory.CreateDirectory(studio.DataPath("work")).FullName;
        var path = Path.Combine(folder, RandomNumberGenerator.GetHexString(24, lowercase: true) + ".export");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 64 * 1024);
        File.Delete(path);
        return file;
    }

    private sealed record Format(
        string MediaType,
        string Ending,
        Func<ExportSource, LibraryDb, Stream, CancellationToken, Task> WriteAsync,
        bool IsOfAnalysis = false
    );
}
