using System.Text.Json.Nodes;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests.Examples;

/// <summary>Every example that WB publishes of a successful answer goes into the models and out of them with no value lost.</summary>
public sealed class PublishedExampleTests(ITestOutputHelper output)
{
    private const string NoValue = "an empty text is no value of a list of values: it is written as none";
    private const string Unused = "WB does not use it, as its document says";
    private const string MadeUp = "examples of its members";

    /// <summary>
    /// Examples that are themselves broken, each with what the trip through the model shows and why that is right. An entry
    /// that no longer shows fails the tests.
    /// </summary>
    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["Advert.GetPayments 200 example: [0].cardStatus: \"\" was lost"] = NoValue,
        ["Cards.GetTags 200 example: data: [{\"id\":1,\"color\":\"D1CFD7\",\"name\":\"Sale\"}] became {\"id\":1,\"name\":\"Sale\",\"color\":\"D1CFD7\"}"] =
            "one alone is written as the document's schema has it, which is no list",
        ["Users.GetUsers 200 invitesOnly: users[0].role: \"\" was lost"] = NoValue,
        ["Users.GetUsers 200 invitesOnly: users[1].role: \"\" was lost"] = NoValue,
        ["DbsOrders.GetOrderStatuses 200 examples of its members: orders[1].supplierStatus: \"\" was lost"] = NoValue,
        ["DbsOrders.GetOrderStatuses 200 examples of its members: orders[1].wbStatus: \"\" was lost"] = NoValue,
        ["PickupOrders.GetOrderStatuses 200 examples of its members: orders[1].supplierStatus: \"\" was lost"] = NoValue,
        ["PickupOrders.GetOrderStatuses 200 examples of its members: orders[1].wbStatus: \"\" was lost"] = NoValue,
        ["DbsOrders.GetDeliveryDates 200 examples of its members: orders[0].dDateFrom: \"\" was lost"] = Unused,
        ["DbsOrders.GetDeliveryDates 200 examples of its members: orders[0].dDateTo: \"\" was lost"] = Unused,
    };

    /// <summary>Most answer with a status alone.</summary>
    private static readonly string[] WithoutExample =
    [
        "Advert.DeleteCampaign",
        "Advert.DeleteSearchClusterBids",
        "Advert.GetBudgets",
        "Advert.GetDailyLimits",
        "Advert.PauseCampaign",
        "Advert.RenameCampaign",
        "Advert.SetDailyLimits",
        "Advert.SetMinusPhrases",
        "Advert.SetPlacements",
        "Advert.SetSearchClusterBids",
        "Advert.SetSearchClusterBidsInBaseUnits",
        "Advert.StartCampaign",
        "Advert.StopCampaign",
        "BuyerReturns.UpdateClaim",
        "DbwOrders.CancelOrder",
        "DbwOrders.ConfirmOrder",
        "DbwOrders.SetGtin",
        "DbwOrders.SetImei",
        "DbwOrders.SetUin",
        "Directories.GetOkpd2Codes",
        "Directories.GetSubjectOkpd2Codes",
        "Directories.GetTnvedCodes",
        "FbsOrders.CancelOrder",
        "FbsOrders.DeleteMarking",
        "FbsOrders.SetAutoReturnSettings",
        "FbsOrders.SetCustomsDeclaration",
        "FbsOrders.SetExpiration",
        "FbsOrders.SetGtin",
        "FbsOrders.SetImei",
        "FbsOrders.SetSgtins",
        "FbsOrders.SetUin",
        "FbsSupplies.AddOrders",
        "FbsSupplies.DeleteBoxes",
        "FbsSupplies.DeletePass",
        "FbsSupplies.DeleteSupply",
        "FbsSupplies.DeliverSupply",
        "FbsSupplies.GetCountries",
        "FbsSupplies.GetShippingPoints",
        "FbsSupplies.GetSpot",
        "FbsSupplies.GetSpotQrCode",
        "FbsSupplies.SetShippingMethods",
        "FbsSupplies.SetSpot",
        "FbsSupplies.UpdatePass",
        "FbwSupplies.AddDraftItems",
        "FbwSupplies.CreateEmptyDraft",
        "FbwSupplies.DeleteDraft",
        "FbwSupplies.DeleteDraftItems",
        "FbwSupplies.GetDiscrepancies",
        "FbwSupplies.GetDraftItems",
        "FbwSupplies.GetDrafts",
        "Feedbacks.CreateAnswer",
        "Feedbacks.GetPinCount",
        "Feedbacks.RequestReturn",
        "Feedbacks.UpdateAnswer",
        "PickupOrders.CheckPickupCode",
        "Users.DeleteUser",
        "Users.UpdateAccess",
        "Warehouses.DeleteStocks",
        "Warehouses.DeleteWarehouse",
        "Warehouses.SetContacts",
        "Warehouses.UpdateStocks",
        "Warehouses.UpdateWarehouse",
    ];

    public static TheoryData<string> Operations => [.. WildberriesOperations.All.Where(HasExamples).Select(operation => operation.Name)];

    /// <summary>Whether an example of WB's is known to lose this, and rightly.</summary>
    internal static bool IsBroken(string lost) => Broken.ContainsKey(lost);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void No_value_of_an_example_is_lost(string name)
    {
        (string Example, IReadOnlyList<string> Lost)[] trips = [.. RoundTrips(BuiltOperations.Find(name))];
        foreach ((string example, IReadOnlyList<string> lost) in trips)
            output.WriteLine($"{example}: {(lost.Count == 0 ? "all there" : string.Join("; ", lost))}");

        string[] open = [.. trips.SelectMany(t => t.Lost.Select(l => $"{t.Example}: {l}")).Where(l => !Broken.ContainsKey(l))];
        Assert.True(open.Length == 0, string.Join('\n', open));
    }

    [DocumentFact]
    public void Only_these_operations_have_no_example_of_an_answer()
    {
        string[] without = [.. WildberriesOperations.All.Where(operation => !HasExamples(operation)).Select(operation => operation.Name)];
        string[] wrong =
        [
            .. without.Except(WithoutExample).Order(StringComparer.Ordinal).Select(name => $"{name} has no example any more, or is new"),
            .. WithoutExample.Except(without).Select(name => $"{name} has an example now"),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
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

    private static bool HasExamples(WildberriesOperation operation) => Answers(operation).Any(answer => Examples(answer).Count > 0);

    private static IEnumerable<WbAnswer> Answers(WildberriesOperation operation) =>
        BuiltApi.Comparer(PublishedDocuments.All).Row(operation)!.Answers.Where(answer => answer is { IsSuccess: true, IsJson: true });

    // Where the answer has no example, its members have.
    private static Dictionary<string, JsonNode?> Examples(WbAnswer answer)
    {
        var examples = answer.Examples.ToDictionary();
        if (examples.Count == 0 && answer.Shape?.BuildExample() is (true, var built))
            examples[MadeUp] = built;
        return examples;
    }

    private static IEnumerable<(string Example, IReadOnlyList<string> Lost)> RoundTrips(WildberriesOperation operation)
    {
        OperationComparer comparer = BuiltApi.Comparer(PublishedDocuments.All);
        foreach (WbAnswer answer in Answers(operation))
        {
            Type model = comparer.AnswerModel(operation, answer.Status)!;
            foreach ((string example, JsonNode? value) in Examples(answer))
            {
                // A member that has no example is missing in what is made up of examples: that a number or a flag is written for it says nothing.
                yield return (
                    $"{operation.Name} {answer.Status} {example}",
                    [
                        .. JsonModels.RoundTrip(value, JsonModels.TypeInfo(operation, model))
                            .Where(lost => example != MadeUp || !lost.EndsWith(" was invented", StringComparison.Ordinal)),
                    ]);
            }
        }
    }
}
