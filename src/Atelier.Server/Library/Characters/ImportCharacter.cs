using Atelier.Identity.Contracts;
using Atelier.Library.Cards;
using Atelier.Library.Cards.Containers;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Atelier.Projects.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Library.Characters;

/// <param name="Spec">What the card was.</param>
/// <param name="Container">What it came in.</param>
/// <param name="Warnings">In what it differs from its specification.</param>
public sealed record ImportedCharacterView(
    CharacterView Character,
    CardSpec Spec,
    CardContainer Container,
    IReadOnlyList<CardWarning> Warnings
);

internal static class ImportCharacter
{
    /// <summary>The body is the card: JSON, PNG, CHARX, or a JPEG with CHARX behind it.</summary>
    public static async Task<Results<Created<ImportedCharacterView>, ProblemHttpResult>> Post(
        HttpRequest request,
        Guid? projectId,
        CurrentUser user,
        IProjects projects,
        CardDesk desk,
        LibraryDb db,
        AssetStore assets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await projects.ObjectionAsync(projectId, user.Id, ct) is { } refusal)
            return refusal.ToHttp();
        return await desk.AtAsync<Results<Created<ImportedCharacterView>, ProblemHttpResult>>(
            async () =>
            {
                var (bytes, tooLarge) = await RawBody.ReadAsync(request, CardLimits.FileBytes, ct);
                if (tooLarge is not null)
                    return tooLarge.ToHttp();
                var (reading, unusable) = CardReader.Read(bytes);
                if (reading is null)
                    return unusable!.ToHttp();
                var character = await KeepAsync(reading, user.Id, projectId, db, assets, clock.GetUtcNow(), ct);
                return TypedResults.Created(
                    $"/api/v1/characters/{character.Id}",
                    new ImportedCharacterView(character.ToView(), reading.Spec, reading.Container, reading.Warnings)
                );
            },
            ct
        );
    }

    private static async Task<Character> KeepAsync(
        CardReading reading,
        Guid owner,
        Guid? project,
        LibraryDb db,
        AssetStore assets,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var character = Character.Begin(owner, project, reading.Card, now);
        if (reading.Picture is { } picture)
        {
            var shown = await assets.PutAsync(picture, Pictures.TypeOf(picture.Span)!, ct);
            character.Show(shown.Sha256, shown.MediaType, now);
        }
        db.Characters.Add(character);
        foreach (var file in reading.Files)
        {
            var kept = await assets.PutAsync(file.Content, "application/octet-stream", ct);
            db.CharacterFiles.Add(new(character.Id, file.Path, kept.Sha256, kept.Length));
        }
        await db.SaveChangesAsync(ct);
        return character;
    }
}
