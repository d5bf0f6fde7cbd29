using System.Text.Json;

namespace Atelier.Generation.Tests.Schema;

public class SchemaCheckTests
{
    private const string Schema = """
        {"type":"object","additionalProperties":false,"required":["a","b"],"properties":{
          "a":{"type":"string","minLength":2,"maxLength":4},
          "b":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"integer","minimum":1,"maximum":9}},
          "c":{"type":["string","null"]},
          "d":{"enum":["x","y"]}}}
        """;

    [Theory]
    [InlineData("""{"a":"moon","b":[1,9],"c":null,"d":"x"}""", "")]
    [InlineData("""[]""", "$ must be object.")]
    [InlineData("""{"b":[1]}""", "$.a is missing.")]
    [InlineData("""{"a":"m","b":[1]}""", "$.a must have at least 2 characters.")]
    [InlineData("""{"a":"moons","b":[1]}""", "$.a must have at most 4 characters.")]
    [InlineData("""{"a":"moon","b":[]}""", "$.b must have at least 1 items.")]
    [InlineData("""{"a":"moon","b":[1,2,3]}""", "$.b must have at most 2 items.")]
    [InlineData("""{"a":"moon","b":[1.5]}""", "$.b[0] must be integer.")]
    [InlineData("""{"a":"moon","b":[0]}""", "$.b[0] must be at least 1.")]
    [InlineData("""{"a":"moon","b":[1],"c":3}""", "$.c must be [string,null].")]
    [InlineData("""{"a":"moon","b":[1],"d":"z"}""", """$.d must be one of ["x","y"].""")]
    [InlineData("""{"a":"moon","b":[1],"e":1}""", "$.e is not allowed.")]
    public void What_is_wrong_comes_back_as_a_sentence(string value, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                SchemaCheck.Problems(JsonDocument.Parse(Schema).RootElement, JsonDocument.Parse(value).RootElement)
            )
        );
}
