using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Atelier.Audit.Contracts;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Atelier.Audit;

public sealed record ExportAuditRequest(
    [property: AllowedValues("ndjson", "csv"), DefaultValue("ndjson"), Description("ndjson or csv.")]
        string Format = "ndjson"
);

/// <summary>All matching entries, the oldest first, sent as they are read.</summary>
internal static class ExportAudit
{
    private static readonly string[] Columns =
    [
        "id",
        "at",
        "action",
        "outcome",
        "actorId",
        "subjectKind",
        "subjectId",
        "address",
        "details",
    ];

    public static async Task<PushStreamHttpResult> Get(
        [AsParameters] AuditFilter filter,
        [AsParameters] ExportAuditRequest request,
        AuditDb db,
        IAuditTrail trail,
        IOptions<JsonOptions> json,
        CancellationToken cancel
    )
    {
        await trail.RecordAsync(new AuditEntry(AuditActions.AuditExported, Details: request), cancel);
        var lines = filter.Apply(db.Lines.AsNoTracking()).OrderBy(l => l.Id).AsAsyncEnumerable();
        return request.Format == "csv"
            ? TypedResults.Stream(body => WriteCsvAsync(lines, body, cancel), "text/csv; charset=utf-8", "audit.csv")
            : TypedResults.Stream(
                body => WriteJsonAsync(lines, json.Value.SerializerOptions, body, cancel),
                "application/x-ndjson",
                "audit.ndjson"
            );
    }

    private static async Task WriteJsonAsync(
        IAsyncEnumerable<AuditLine> lines,
        JsonSerializerOptions json,
        Stream body,
        CancellationToken cancel
    )
    {
        await foreach (var line in lines.WithCancellation(cancel))
        {
            await JsonSerializer.SerializeAsync(body, AuditLineView.Of(line), json, cancel);
            await body.WriteAsync("\n"u8.ToArray(), cancel);
        }
    }

    private static async Task WriteCsvAsync(IAsyncEnumerable<AuditLine> lines, Stream body, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(CsvText.Line(Columns));
        await foreach (var line in lines.WithCancellation(cancel))
            await writer.WriteAsync(
                CsvText.Line(
                    line.Id,
                    line.At,
                    line.Action,
                    line.Outcome,
                    line.ActorId,
                    line.SubjectKind,
                    line.SubjectId,
                    line.Address,
                    line.Details
                )
            );
    }
}
