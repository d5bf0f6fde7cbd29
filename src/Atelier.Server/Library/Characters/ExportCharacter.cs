using Atelier.Library.Cards;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal static class ExportCharacter
{
    /// <summary>The card as a file: what it does not know in an older generation travels along and comes back.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        Guid characterId,
        LibraryDb db,
        AssetStore assets,
        Portrait portrait,
        CardDesk desk,
        HttpContext http,
        string? format,
        string? spec,
        CancellationToken ct
    )
    {
        if (!TryName(format ?? "png", out CardFormat container))
            return Problem.Invalid("format", "The format is one of json, png and charx.").ToHttp();
        if (!TryName(spec ?? "v3", out CardSpec generation))
            return Problem.Invalid("spec", "The specification is one of v1, v2 and v3.").ToHttp();
        var character = await db.Characters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == characterId, ct);
        if (character is null)
            return GetCharacter.Gone.ToHttp();
        return await desk.AtAsync<Results<FileContentHttpResult, ProblemHttpResult>>(
            async () =>
            {
                var (picture, refusal) = await PictureAsync(character, container, assets, portrait, ct);
                if (refusal is not null)
                    return refusal.ToHttp();
                var files = await FilesAsync(character, db, assets, ct);
                var bytes = CardWriter.Write(
                    CharacterCard.Parse(character.Card),
                    container,
                    generation,
                    files,
                    picture
                );
                AssetDownload.Confine(http);
                var (type, ending) = Kind(container);
                return TypedResults.File(bytes, type, $"{FileSlug.Of(character.Name, "character")}.{ending}");
            },
            ct
        );
    }

    private static bool TryName<T>(string name, out T value)
        where T : struct, Enum =>
        Enum.TryParse(name, ignoreCase: true, out value)
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        && !char.IsAsciiDigit(name[0]);

    private static (string MediaType, string Ending) Kind(CardFormat format) =>
        format switch
        {
            CardFormat.Png => ("image/png", "png"),
            CardFormat.Charx => ("application/zip", "charx"),
            _ => ("application/json", "json"),
        };

    /// <summary>A card in a picture needs one: where there is none it is drawn.</summary>
    private static async Task<(ReadOnlyMemory<byte>? Picture, Problem? Refusal)> PictureAsync(
        Character character,
        CardFormat format,
        AssetStore assets,
        Portrait portrait,
        CancellationToken ct
    )
    {
        var own = character.AvatarSha256 is { } sha256 ? await ReadAsync(assets, sha256, ct) : null;
        if (format is not CardFormat.Png || (own is not null && character.AvatarType == "image/png"))
            return (own, null);
        var (png, refusal) = own is { } other
            ? await Portrait.PngOfAsync(character.AvatarType!, other, ct)
            : await portrait.DrawAsync(character.Name, "child", ct);
        return (png, refusal);
    }

    private static async Task<IReadOnlyList<CardFile>> FilesAsync(
        Character character,
        LibraryDb db,
        AssetStore assets,
        CancellationToken ct
    )
    {
        var files = new List<CardFile>();
        foreach (
            var file in await db.CharacterFiles.AsNoTracking().Where(f => f.CharacterId == character.Id).ToListAsync(ct)
        )
            if (await ReadAsync(assets, file.Sha256, ct) is { } content)
                files.Add(new(file.Path, content));
        return files;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        AssetStore assets,
        string sha256,
        CancellationToken ct
    ) => assets.Exists(sha256) ? await File.ReadAllBytesAsync(assets.PathOf(sha256), ct) : null;
}
