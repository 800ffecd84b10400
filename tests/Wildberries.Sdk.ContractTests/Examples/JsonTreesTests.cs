using System.Text.Json.Nodes;
using Wildberries.Sdk.ContractTests.HandMade;

namespace Wildberries.Sdk.ContractTests.Examples;

/// <summary>The comparison of trees sees a loss, and takes no other form for one.</summary>
public sealed class JsonTreesTests
{
    [Theory]
    [InlineData("""{"a":1,"b":null}""", """{"b":null,"a":1.0}""")]
    [InlineData("""{"a":"0,14"}""", """{"a":"0.14"}""")]
    [InlineData("""{"a":"1 039"}""", """{"a":1039}""")]
    [InlineData("""{"a":"2024-08-16T11:19:05+03:00"}""", """{"a":"2024-08-16T08:19:05+00:00"}""")]
    [InlineData("""{"a":"2024-04-11T00:00:00Z"}""", """{"a":"2024-04-11"}""")]
    [InlineData("""{"a":"2023-04-13T10:07:42"}""", """{"a":"2023-04-13T10:07:42+03:00"}""")]
    [InlineData("""{"a":null,"b":[]}""", """{"a":[],"c":null}""")]
    public void The_same_said_otherwise_is_no_difference(string original, string copy) =>
        Assert.Empty(JsonTrees.Differences(JsonNode.Parse(original), JsonNode.Parse(copy)));

    [Theory]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", "a.b: 1 was lost")]
    [InlineData("""{"a":[]}""", """{"a":[1]}""", "a: [1] was invented")]
    [InlineData("""{"a":{"b":1}}""", """{"a":null}""", "a: {\"b\":1} was lost")]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[{"c":null}]}""", "a[0].b: 1 was lost")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "a: [1,2] became [1]")]
    [InlineData("""{"a":0.14}""", """{"a":0.1}""", "a: 0.14 became 0.1")]
    [InlineData("""{"a":"007"}""", """{"a":7}""", "a: \"007\" became 7")]
    [InlineData("""{"a":"2024-08-16T11:19:05+03:00"}""", """{"a":"2024-08-16T11:19:05+00:00"}""", "a: \"2024-08-16T11:19:05\\u002B03:00\" became \"2024-08-16T11:19:05\\u002B00:00\"")]
    [InlineData("""{"a":"2023-04-13T10:07:42"}""", """{"a":"2023-04-13T07:07:42+00:00"}""", "a: \"2023-04-13T10:07:42\" became \"2023-04-13T07:07:42\\u002B00:00\"")]
    [InlineData("""{"a":"2024-04-11T01:00:00Z"}""", """{"a":"2024-04-11"}""", "a: \"2024-04-11T01:00:00Z\" became \"2024-04-11\"")]
    [InlineData("""{"a":null}""", """{"a":0}""", "a: 0 was invented")]
    [InlineData("""{"a":true}""", """{"a":"true"}""", "a: true became \"true\"")]
    [InlineData("""{"a":"x"}""", """{"a":"X"}""", "a: \"x\" became \"X\"")]
    public void A_loss_is_a_difference(string original, string copy, string expected) =>
        Assert.Equal([expected], JsonTrees.Differences(JsonNode.Parse(original), JsonNode.Parse(copy)));

    [Fact]
    public void A_member_that_the_model_lacks_is_lost()
    {
        JsonNode original = JsonNode.Parse("""{"things":[{"id":7,"gone":true,"size":{"width":1,"height":2}}],"total":1}""")!;
        Assert.Equal(["things[0].size.height: 2 was lost"], JsonModels.RoundTrip(original, HandMadeJsonContext.Default.RightPage));
    }

    [Fact]
    public void A_value_that_the_model_cannot_hold_is_a_difference()
    {
        JsonNode original = JsonNode.Parse("""{"things":[{"id":7,"day":1}]}""")!;
        Assert.StartsWith("cannot be parsed: ", Assert.Single(JsonModels.RoundTrip(original, HandMadeJsonContext.Default.WrongPage)), StringComparison.Ordinal);
    }
}
