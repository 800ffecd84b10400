using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Testing.Tests.Gateway;

/// <summary>The answers to reads that the emulator keeps nothing for, as they go over the wire.</summary>
public sealed class DefaultAnswerTests
{
    [Fact]
    public async Task A_default_answer_has_the_names_and_kinds_of_WB()
    {
        await using Harness harness = await Harness.StartAsync();
        const string expected =
            """
            {"response":{"data":{"currency":"text","dtNextBox":"2026-09-01","dtTillMax":"2026-09-01","warehouseList":[{
            "warehouseName":"text","geoName":"text","boxDeliveryBase":"1.5","boxDeliveryLiter":"1.5","boxDeliveryCoefExpr":"1.5",
            "boxDeliveryMarketplaceBase":"1.5","boxDeliveryMarketplaceLiter":"1.5","boxDeliveryMarketplaceCoefExpr":"1.5",
            "boxStorageBase":"1.5","boxStorageLiter":"1.5","boxStorageCoefExpr":"1.5"}]}}}
            """;
        Assert.Equal(
            expected.ReplaceLineEndings(""), (await harness.GetJsonAsync("common-api/api/v1/tariffs/box?date=2026-09-01")).GetRawText());
    }

    [Fact]
    public async Task A_default_answer_passes_token_and_limit_first()
    {
        await using Harness harness = await Harness.StartAsync();
        const string path = "common-api/api/v1/tariffs/commission";
        using (HttpResponseMessage refused = await harness.GetAsync(path, token: "none"))
            Assert.Equal(401, (int)refused.StatusCode);
        for (int i = 9; i >= 0; i--)
        {
            using HttpResponseMessage answer = await harness.GetAsync(path);
            Assert.Equal((200, i), ((int)answer.StatusCode, Harness.Remaining(answer)));
        }

        using HttpResponseMessage limited = await harness.GetAsync(path);
        Assert.Equal(429, (int)limited.StatusCode);
    }

    [Fact]
    public async Task What_the_SDK_does_not_know_is_not_answered_by_default()
    {
        await using Harness harness = await Harness.StartAsync(null, Rows.Advert("/adv/v1/one"), Rows.Advert("/adv/v1/two") with { Access = OperationAccess.Write });
        foreach (string path in (string[])["advert-api/adv/v1/one", "advert-api/adv/v1/two"])
        {
            using HttpResponseMessage response = await harness.GetAsync(path);
            Assert.Equal(501, (int)response.StatusCode);
            Assert.Contains(path["advert-api".Length..], (await Harness.ReadAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }
}
