using Atelier.Campaigns.Comments.Checking;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Campaigns.Comments;

internal static class GetRubric
{
    /// <summary>How comments are judged: gates, parts of the score, thresholds, and the weights of the spam score.</summary>
    public static Ok<Rubric> Get() => TypedResults.Ok(Rubric.Current);
}
