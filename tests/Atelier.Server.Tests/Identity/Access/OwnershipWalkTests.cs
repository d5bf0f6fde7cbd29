using System.Net;
using Atelier.Identity.Contracts;
using Atelier.Support;

namespace Atelier.Identity.Access;

/// <summary>Every operation of the API document that names a thing, tried by those whose thing it is not.</summary>
public sealed class OwnershipWalkTests(QuietStudio studio) : IClassFixture<QuietStudio>
{
    [Fact]
    public async Task C01_every_operation_that_names_a_thing_refuses_all_but_its_owner_and_leaves_it_as_it_was()
    {
        var things = Things.Of(studio);
        var (other, staff) = (await studio.RegisterAsync(), await studio.RegisterAsync(Roles.Admin));
        var walked = 0;
        foreach (var operation in (await Operation.AllAsync(studio)).Where(operation => operation.Ids.Count > 0))
        {
            Assert.All(
                operation.Ids,
                id => Assert.True(things.ContainsKey(id), $"{operation.Name}: teach Things {id}.")
            );
            // What is about people is for those who look after them; everything else is its owner's.
            var isForStaff =
                AccessTable.Rules[operation.Name].Scope is { } scope && !Roles.ScopesOf("user").Contains(scope);
            var owner = await studio.RegisterAsync();
            var seer = isForStaff ? staff : owner;
            var made = new Dictionary<string, Guid>();
            foreach (var id in operation.Ids)
                made[id] = await things[id].MakeAsync(owner);
            var look = things[operation.Ids[^1]].Look(made[operation.Ids[^1]]);
            var before = (await seer.GetAsync(look)).Expect(HttpStatusCode.OK).ToJsonString();

            var foreign = await AskAsync(other.Http, operation, id => made[id]);
            var stranger = await AskAsync(studio.Stranger, operation, id => made[id]);
            var absent = await AskAsync(isForStaff ? staff.Http : other.Http, operation, _ => Guid.Empty);

            Expect(operation, foreign, HttpStatusCode.Forbidden, isForStaff ? "insufficient_scope" : "forbidden");
            Expect(operation, stranger, HttpStatusCode.Unauthorized, "unauthorized");
            Expect(operation, absent, HttpStatusCode.NotFound, null);
            Assert.Equal(before, (await seer.GetAsync(look)).Expect(HttpStatusCode.OK).ToJsonString());
            walked++;
        }
        Assert.True(walked >= 18);
    }

    private static void Expect(Operation operation, Answer answer, HttpStatusCode status, string? code)
    {
        var said = answer.Body?["code"]?.GetValue<string>();
        var isSilent = operation.Method == HttpMethod.Head; // its answers have no body
        Assert.True(
            answer.Status == status
                && (
                    isSilent
                    || (code is null ? said?.EndsWith("_not_found", StringComparison.Ordinal) : said == code) is true
                ),
            $"{operation.Name}: {(int)answer.Status} {said} instead of {(int)status} {code}"
        );
    }

    private static Task<Answer> AskAsync(HttpClient http, Operation operation, Func<string, Guid> id)
    {
        var path = operation.Fill(name => operation.Ids.Contains(name) ? $"{id(name)}" : "1");
        return http.AskAsync(operation.Method, path["/api/v1/".Length..], operation.Body);
    }
}
