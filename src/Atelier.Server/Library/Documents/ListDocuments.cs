using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.JobEngine;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Documents;

internal static class ListDocuments
{
    /// <summary>The caller's own, newest first, of one project or one format when asked.</summary>
    public static async Task<Results<Ok<Page<DocumentView>>, ProblemHttpResult>> Get(
        [AsParameters] PageRequest page,
        Guid? projectId,
        DocumentFormat? format,
        [StringLength(200), Description("Part of a title or a file name.")] string? name,
        CurrentUser user,
        LibraryDb db,
        JobClient jobs,
        CancellationToken ct
    )
    {
        if (page.ReadAfter<Guid>(out var after) is { } refusal)
            return refusal.ToHttp();
        var documents = db
            .Documents.AsNoTracking()
            .Where(d => d.OwnerId == user.Id && (after == null || d.Id < after))
            .Where(d => projectId == null || d.ProjectId == projectId);
        if (format is { } only)
            documents = documents.Where(d => d.Format == only);
        if (!string.IsNullOrWhiteSpace(name) && !JsonText.HasNul(name))
        {
            var pattern = $"%{name.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            documents = documents.Where(d =>
                EF.Functions.ILike(d.Title, pattern) || EF.Functions.ILike(d.FileName, pattern)
            );
        }
        var views = new List<DocumentView>();
        foreach (var document in await documents.OrderByDescending(d => d.Id).Take(page.Take).ToListAsync(ct))
            views.Add(document.ToView(await jobs.JobOfAsync(document, ct)));
        return TypedResults.Ok(page.Of(views, view => view.Id));
    }
}
