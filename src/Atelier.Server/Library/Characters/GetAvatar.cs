using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters;

internal static class GetAvatar
{
    public static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Get(
        Guid characterId,
        LibraryDb db,
        AssetStore assets,
        HttpContext http,
        CancellationToken ct
    )
    {
        var avatar = await db
            .Characters.Where(c => c.Id == characterId)
            .Select(c => new { c.AvatarSha256, c.AvatarType })
            .SingleOrDefaultAsync(ct);
        if (avatar is null)
            return GetCharacter.Gone.ToHttp();
        return avatar.AvatarSha256 is null
            ? Problem.NotFound("avatar_not_found", "This character has no picture.").ToHttp()
            : assets.Serve(http, avatar.AvatarSha256, avatar.AvatarType!);
    }
}
