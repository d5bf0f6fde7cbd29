using Atelier.Campaigns.Comments.Checking;
using Atelier.Support;
using Atelier.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Campaigns.Comments;

/// <summary>Every arrow that docs/states/comment.md has, and every one that it has not.</summary>
public sealed class CommentStatesTests(OneCommentStudio studio) : IClassFixture<OneCommentStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<CommentState, string> Pairs =>
        new(
            from state in Enum.GetValues<CommentState>()
            from move in Enum.GetNames<CommentMove>()
            select (state, move)
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_move_is_made_where_there_is_an_arrow_and_nowhere_else(CommentState from, string moveName)
    {
        var move = Enum.Parse<CommentMove>(moveName);
        var (person, id) = await studio.CommentAsync();
        await using var scope = studio.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CampaignsDb>();
        await db.Set<Comment>()
            .Where(c => c.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, from), Cancel);
        var seen = await db.Set<Comment>().AsNoTracking().SingleAsync(c => c.Id == id, Cancel);
        var to = CommentArrows.All.SingleOrDefault(arrow => arrow.From == from && arrow.Move == move).To;

        Assert.Equal(to is not null, await MakeAsync(db, seen, move, person.Id));

        var after = await db.Set<Comment>().Where(c => c.Id == id).Select(c => c.State).SingleAsync(Cancel);
        Assert.Contains(after, to ?? [from]);
        // Whoever saw an earlier version changes nothing.
        if (move is CommentMove.Edit or CommentMove.Finish)
            Assert.False(await MakeAsync(db, seen, move, person.Id));
    }

    [Fact]
    public void The_table_for_people_has_the_same_arrows()
    {
        var rows = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "states", "comment.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 6)
            .Select(cells => $"{cells[1]} {cells[2]} {cells[3]}".Replace("`", ""));
        var arrows = CommentArrows.All.Select(arrow =>
            $"{Word(arrow.From)} {Word(arrow.Move)} {string.Join(", ", arrow.To.Select(to => Word(to)))}"
        );
        Assert.Equal(arrows.Order(), rows.Order());
    }

    private static string Word(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private async Task<bool> MakeAsync(CampaignsDb db, Comment seen, CommentMove move, Guid person)
    {
        var (assessment, now) = (seen.Assessment!, studio.Clock.GetUtcNow());
        var text = new NewText("Other words.", Comment.BuiltIn, null, assessment, null);
        return move switch
        {
            CommentMove.Finish => await db.FinishAsync(
                seen,
                [text],
                "en",
                [],
                [],
                null,
                CommentState.Ready,
                now,
                Cancel
            ),
            CommentMove.Edit => await db.EditAsync(seen, text, CommentState.NeedsWork, person, now, Cancel),
            CommentMove.Review => await db.ReviewAsync(seen, assessment, null, CommentState.Blocked, now, Cancel),
            CommentMove.Regenerate => await db.RegenerateAsync(seen, null, now, Cancel),
            CommentMove.Approve => await db.ApproveAsync(seen, assessment, person, "user", now, Cancel),
            _ => await db.RejectAsync(seen, "No.", person, "user", now, Cancel),
        };
    }
}

/// <summary>A studio with one person and one draft, for tests that put it into whatever state they need.</summary>
public sealed class OneCommentStudio : StudioFactory
{
    private (Person Person, Guid Comment)? _made;

    internal async Task<(Person Person, Guid Comment)> CommentAsync()
    {
        if (_made is null)
        {
            var person = await RegisterAsync();
            _made = (person, await KnownComments.CommentAsync(this, person));
        }
        return _made.Value;
    }
}
