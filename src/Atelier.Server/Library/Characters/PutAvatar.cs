using Atelier.Library.Cards;
using Atelier.Library.Cards.Containers;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal static class PutAvatar
{
    public const int Largest = 8 << 20;

    public static readonly Problem Unusable = Problem.Unusable(
        "picture_unusable",
        "This is no PNG, JPEG or WebP picture, it is damaged, or it has more than 16,384 pixels a side."
    );

    /// <summary>The body is the picture. What it is, its first bytes say and not its name.</summary>
    public static async Task<Results<Ok<CharacterView>, ProblemHttpResult>> Put(
        Guid characterId,
        HttpRequest request,
        LibraryDb db,
        AssetStore assets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (bytes, refusal) = await RawBody.ReadAsync(request, Largest, ct);
        if (refusal is not null)
            return refusal.ToHttp();
        if (!CardPicture.IsUsable(bytes))
            return Unusable.ToHttp();
        return await ShowAsync(characterId, bytes, db, assets, clock, ct);
    }

    public static async Task<Results<Ok<CharacterView>, ProblemHttpResult>> ShowAsync(
        Guid characterId,
        ReadOnlyMemory<byte> picture,
        LibraryDb db,
        AssetStore assets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var character = await db.Characters.SingleOrDefaultAsync(c => c.Id == characterId, ct);
        if (character is null)
            return GetCharacter.Gone.ToHttp();
        var asset = await assets.PutAsync(picture, Pictures.TypeOf(picture.Span)!, ct);
        character.Show(asset.Sha256, asset.MediaType, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return GetCharacter.Changed.ToHttp();
        }
        return TypedResults.Ok(character.ToView());
    }
}
