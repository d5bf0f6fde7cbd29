using System.Net;
using Atelier.Identity.Access;
using Atelier.Support;

namespace Atelier.Platform.Http;

/// <summary>Every list of the API document, asked for pages that there are not.</summary>
public sealed class ListOperationsTests(QuietStudio studio) : IClassFixture<QuietStudio>
{
    private static readonly string[] BadSizes = ["0", "-1", "1000000000", "99999999999999999999", "many", "1.5"];
    private static readonly string[] BadPlaces = ["*", "%00", "bm90IGFuIGlk", "%F0%9F%A6%8A", "../../etc", "-1"];
    private static readonly string[] Places = ["cursor", "after"];

    [Fact]
    public async Task D10_no_list_gives_more_than_its_largest_page_or_fails_at_a_place_that_is_none()
    {
        var person = await studio.RegisterAsync("admin");
        var things = Things.Of(studio);
        var lists = (await Operation.AllAsync(studio)).Where(operation => Takes(operation, "limit")).ToList();
        Assert.Contains(lists, list => list.Name == "GET /api/v1/jobs/{jobId}/events");
        var wrong = new List<string>();
        foreach (var list in lists)
        {
            var ids = new Dictionary<string, string>();
            foreach (var name in list.Parameters)
                ids[name] = $"{await things[name].MakeAsync(person)}";
            var path = list.Fill(name => ids[name])["/api/v1/".Length..];
            var places = Places.Where(place => Takes(list, place)).ToList();
            Assert.NotEmpty(places);
            (await person.GetAsync($"{path}?limit=1")).Expect(HttpStatusCode.OK);
            foreach (
                var query in (string[])
                    [
                        .. BadSizes.Select(size => $"limit={size}"),
                        .. from place in places from bad in BadPlaces select $"{place}={bad}",
                    ]
            )
                if ((await person.GetAsync($"{path}?{query}")).Status is not HttpStatusCode.BadRequest and var status)
                    wrong.Add($"{list.Name}?{query}: {(int)status}");
        }

        Assert.Empty(wrong);
    }

    private static bool Takes(Operation operation, string parameter) =>
        operation.Method == HttpMethod.Get
        && operation
            .Node["parameters"]
            ?.AsArray()
            .Any(p => parameter.Equals(p!["name"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase)) == true;
}
