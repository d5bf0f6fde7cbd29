using System.ComponentModel.DataAnnotations;
using Atelier.Identity.Contracts;
using Atelier.Library.Cards;
using Atelier.Library.Cards.Containers;
using Atelier.Library.Documents;
using Atelier.Platform.Database;
using Atelier.Platform.Errors;
using Atelier.Platform.Files;
using Atelier.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Atelier.Library.Characters.FromDocument;

/// <param name="Person">The number of one of the document's people.</param>
/// <param name="Portrait">Has the studio draw a picture where there is none yet.</param>
public sealed record CreateFromDocumentRequest(
    Guid DocumentId,
    [property: Range(0, 1_000_000)] int Person,
    bool Portrait = true
);

internal static class CreateFromDocument
{
    /// <summary>
    /// One of a document's people as a character. Asked again, it brings the same character up to date, except for what
    /// its author changed.
    /// </summary>
    public static async Task<Results<Created<CharacterView>, Ok<CharacterView>, ProblemHttpResult>> Post(
        CreateFromDocumentRequest request,
        CurrentUser user,
        LibraryDb db,
        DossierReader dossiers,
        Portrait portrait,
        AssetStore assets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.DocumentId, ct);
        if (Ownership.Judge(document?.OwnerId, user.Id, "document") is { } refusal)
            return refusal.ToHttp();
        if (document!.AnalyzedAt is null)
            return Problem.Conflict("document_not_analyzed", "This document is still being read.").ToHttp();
        var dossier = await dossiers.ReadAsync(document, request.Person, ct);
        if (dossier is null)
            return Problem.NotFound("person_not_found", "Nobody of this document has this number.").ToHttp();
        var draft = Drafting.Write(dossier);
        try
        {
            var (character, isNew) = await KeepAsync(document, request.Person, draft, db, clock.GetUtcNow(), ct);
            if (request.Portrait && character.AvatarSha256 is null)
                await ShowAsync(character, dossier, portrait, db, assets, clock, ct);
            var view = character.ToView();
            return isNew ? TypedResults.Created($"/api/v1/characters/{character.Id}", view) : TypedResults.Ok(view);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsDuplicate())
        {
            return GetCharacter.Changed.ToHttp();
        }
    }

    private static async Task<(Character Character, bool IsNew)> KeepAsync(
        Document document,
        int person,
        CardDraft draft,
        LibraryDb db,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var known = await db.Characters.SingleOrDefaultAsync(
            c => c.OwnerId == document.OwnerId && c.DocumentId == document.Id && c.Person == person && c.IsOriginal,
            ct
        );
        var card = known is null ? Begin(document, draft, now) : CharacterCard.Parse(known.Card);
        var (sources, written) = new CardRefresh(card, known?.Written ?? new Dictionary<string, string>()).Apply(draft);
        var character = known ?? Character.Begin(document.OwnerId, document.ProjectId, card, now);
        if (known is null)
            db.Characters.Add(character);
        else if (card.ToString() != known.Card)
            character.Rewrite(card, now);
        character.Follow(document.Id, person, sources, written);
        await db.SaveChangesAsync(ct);
        return (character, known is null);
    }

    private static CharacterCard Begin(Document document, CardDraft draft, DateTimeOffset now)
    {
        var card = CharacterCard.Begin(draft.Name);
        var from = document.Author is { } author ? $"{document.Title} by {author}" : document.Title;
        card["creator_notes"] = $"Made by Atelier from {from}. Every sentence is the document's own.";
        card.Data["tags"] = new System.Text.Json.Nodes.JsonArray(document.Title);
        card.Data["creation_date"] = now.ToUnixTimeSeconds();
        return card;
    }

    /// <summary>A tool that is missing costs the picture only.</summary>
    private static async Task ShowAsync(
        Character character,
        Dossier dossier,
        Portrait portrait,
        LibraryDb db,
        AssetStore assets,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var noun = dossier.Gender switch
        {
            "female" => "woman",
            "male" => "man",
            _ => "child",
        };
        var (png, _) = await portrait.DrawAsync(character.Name, noun, ct);
        if (png is null)
            return;
        var asset = await assets.PutAsync(png, Pictures.TypeOf(png)!, ct);
        character.Show(asset.Sha256, asset.MediaType, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
