using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Testing.Tests.Issues;

public sealed class UnknownOperationTests
{
    private static readonly Dictionary<string, Action<WildberriesEmulator, string>> Uses = new()
    {
        ["Count"] = (emulator, operation) => emulator.Requests.Count(operation),
        ["Of"] = (emulator, operation) => emulator.Requests.Of(operation),
        ["Next"] = (emulator, operation) => emulator.Faults.Next(operation, Fault.Reset),
        ["Always"] = (emulator, operation) => emulator.Faults.Always(operation, Fault.Reset),
        ["Answer"] = (emulator, operation) => emulator.Answer(operation, "{}"),
        ["RemoveAnswer"] = (emulator, operation) => emulator.RemoveAnswer(operation),
    };

    public static TheoryData<string> All => [.. Uses.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_misspelt_operation_is_refused_with_those_that_are_named_like_it(string use)
    {
        await using Harness harness = await Harness.StartAsync();
        AssertRefused("POST /api/v1/seller/mesage", "\"POST /api/v1/seller/message\"");
        AssertRefused("GET /api/v1/seller/message", "\"POST /api/v1/seller/message\"");
        AssertRefused("GET /api/v1/seler/download/5", "\"GET /api/v1/seller/download/{id}\"");
        AssertRefused("GET comon-api/ping", "\"GET common-api/ping\"");
        AssertRefused("/api/v1/seller/message", "write the verb");

        void AssertRefused(string operation, string words)
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(nameof(operation), () => Uses[use](harness.Emulator, operation));
            Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_operation_that_nobody_has_asked_for_is_known_by_path_and_by_template(string use)
    {
        await using Harness harness = await Harness.StartAsync();
        foreach (string operation in (string[])["POST /api/v1/seller/message", "GET /api/v1/seller/download/{file}", "get /api/v1/seller/download/5", "GET common-api/ping"])
            Uses[use](harness.Emulator, operation);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_operation_of_ones_own_is_known_once_the_emulator_is_told_of_it(string use)
    {
        WildberriesOperation own = Rows.All.First() with { Path = "/api/v1/own", Host = new Uri("https://own-api.wildberries.ru") };
        await using (Harness without = await Harness.StartAsync())
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>("operation", () => Uses[use](without.Emulator, "GET own-api/api/v1/own"));
            Assert.Contains("AddApi", refusal.Message, StringComparison.Ordinal);
        }

        await using Harness harness = await Harness.StartAsync(null, own);
        Uses[use](harness.Emulator, "GET /api/v1/own");
        Uses[use](harness.Emulator, "GET own-api/api/v1/own");
    }
}
