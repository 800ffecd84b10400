using Wildberries.Sdk.Common;

namespace Wildberries.Sdk.Testing.Tests.Gateway;

/// <summary>How tests say which operation they mean.</summary>
public sealed class OperationNameTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operation_may_be_named_as_exceptions_name_it()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancel);
        using var wb = WildberriesClient.Create(emulator.CreateToken(), options => options.UseEmulator(emulator));
        emulator.Answer("Common.GetSellerInfo", """{"name":"ИП Андреев"}""");

        SellerInfo seller = await wb.Common.GetSellerInfoAsync(Cancel);

        Assert.Equal("ИП Андреев", seller.Name);
        Assert.Equal((1, 0), (emulator.Requests.Count("Common.GetSellerInfo"), emulator.Requests.Count("Common.Ping")));
    }

    [Theory]
    [InlineData("DbsOrders.ConfirmOrder", "\"DbsOrders.ConfirmOrders\"")]
    [InlineData("POST /dbs/confirm", "\"POST /api/marketplace/v3/dbs/orders/status/confirm\"")]
    [InlineData("PUT /api/v3/stocks", "\"PUT /api/v3/stocks/{warehouseId}\"")]
    [InlineData("POST /api/v1/seler/message", "\"POST /api/v1/seller/message\"")]
    public async Task One_that_is_none_is_answered_with_what_is_named_like_it(string operation, string likely)
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancel);

        var exception = Assert.Throws<ArgumentException>(() => emulator.Requests.Count(operation));

        Assert.Contains($"knows no operation \"{operation}\". Named most like it are {likely}", exception.Message, StringComparison.Ordinal);
    }
}
