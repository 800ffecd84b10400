using System.Text.Json.Nodes;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests.Examples;

/// <summary>Every example that WB publishes of a successful answer goes into the models and out of them with no value lost.</summary>
public sealed class PublishedExampleTests(ITestOutputHelper output)
{
    private const string NoUploadId = "put together from members' examples, of which the upload's id has none";
    private const string NoValue = "an empty text is no value of a list of values: it is written as none";

    /// <summary>
    /// Examples that are themselves broken, each with what the trip through the model shows and why that is right. An entry
    /// that no longer shows fails the tests.
    /// </summary>
    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["Advert.GetPayments 200 example: [0].cardStatus: \"\" was lost"] = NoValue,
        ["Users.GetUsers 200 invitesOnly: users[0].role: \"\" was lost"] = NoValue,
        ["Users.GetUsers 200 invitesOnly: users[1].role: \"\" was lost"] = NoValue,
        ["DiscountsPrices.UploadPrices 200 examples of its members: data.id: 0 was invented"] = NoUploadId,
        ["DiscountsPrices.UploadSizePrices 200 examples of its members: data.id: 0 was invented"] = NoUploadId,
        ["DiscountsPrices.UploadClubDiscounts 200 examples of its members: data.id: 0 was invented"] = NoUploadId,
    };

    public static TheoryData<string> Operations => BuiltOperations.Names;

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void No_value_of_an_example_is_lost(string name)
    {
        (string Example, IReadOnlyList<string> Lost)[] trips = [.. RoundTrips(BuiltOperations.Find(name))];
        if (trips.Length == 0)
            Assert.Skip("WB publishes no example of this answer.");
        foreach ((string example, IReadOnlyList<string> lost) in trips)
            output.WriteLine($"{example}: {(lost.Count == 0 ? "all there" : string.Join("; ", lost))}");

        string[] open = [.. trips.SelectMany(t => t.Lost.Select(l => $"{t.Example}: {l}")).Where(l => !Broken.ContainsKey(l))];
        Assert.True(open.Length == 0, string.Join('\n', open));
    }

    [DocumentFact]
    public void Every_broken_example_is_still_broken()
    {
        HashSet<string> lost =
        [
            .. WildberriesOperations.All.SelectMany(RoundTrips).SelectMany(t => t.Lost.Select(l => $"{t.Example}: {l}")),
        ];
        foreach ((string example, string reason) in Broken)
            output.WriteLine($"{example}: {reason}");
        string[] needless = [.. Broken.Keys.Where(b => !lost.Contains(b))];
        Assert.True(needless.Length == 0, "No longer broken, take it off the list:\n" + string.Join('\n', needless));
    }

    private static IEnumerable<(string Example, IReadOnlyList<string> Lost)> RoundTrips(WildberriesOperation operation)
    {
        OperationComparer comparer = BuiltApi.Comparer(PublishedDocuments.All);
        foreach (WbAnswer answer in comparer.Row(operation)!.Answers.Where(a => a is { IsSuccess: true, IsJson: true }))
        {
            Type model = comparer.AnswerModel(operation, answer.Status)!;
            var examples = answer.Examples.ToDictionary();

            // Where the answer has no example, its members have.
            if (examples.Count == 0 && answer.Shape?.BuildExample() is (true, var built))
                examples["examples of its members"] = built;
            foreach ((string example, JsonNode? value) in examples)
                yield return ($"{operation.Name} {answer.Status} {example}", JsonModels.RoundTrip(value, JsonModels.TypeInfo(operation, model)));
        }
    }
}
