using System.ComponentModel.DataAnnotations;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

/// <param name="Noun">What it looks like, such as <c>fox</c>, <c>queen</c> or <c>old man</c>.</param>
public sealed record DrawAvatarRequest([property: StringLength(60, MinimumLength = 1)] string Noun);

internal static class DrawAvatar
{
    /// <summary>By the studio's own artist; the same name and noun give the same picture.</summary>
    public static async Task<Results<Ok<CharacterView>, ProblemHttpResult>> Post(
        Guid characterId,
        DrawAvatarRequest request,
        LibraryDb db,
        Portrait portrait,
        AssetStore assets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var name = await db.Characters.Where(c => c.Id == characterId).Select(c => c.Name).SingleOrDefaultAsync(ct);
        if (name is null)
            return GetCharacter.Gone.ToHttp();
        var (png, refusal) = await portrait.DrawAsync(name, request.Noun, ct);
        return png is null ? refusal!.ToHttp() : await PutAvatar.ShowAsync(characterId, png, db, assets, clock, ct);
    }
}
