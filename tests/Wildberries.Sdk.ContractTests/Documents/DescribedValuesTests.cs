using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>Lists of values are found in descriptions, and other lists are not taken for them.</summary>
public sealed class DescribedValuesTests
{
    [Theory]
    [InlineData("State:\n  - `new` — not begun\n  - `done` — ready\n", "new", "done")]
    [InlineData("State:<br>* `0` - open\n* `-1` - closed", "0", "-1")]
    [InlineData("`a` — one<br>`b` — two", "a", "b")]
    [InlineData("Codes:\n  - `404`\n  - `409`\n", "404", "409")]
    [InlineData("Codes:\n  - `WAITING` — queued\n  - `DONE —` ready", "WAITING", "DONE")]
    [InlineData("Size:\n- ` ` — none\n- `small` — too small", "small")]
    [InlineData("By code:\n- `imei`\n  - `pending` — later\n- `uin`\n  - `sold` — gone\n  - `pending` — later", "pending", "sold")]
    [InlineData("State:\n- `lost` — not found. It may be:\n  - not sent\n  - sold\n- `kept` — here", "lost", "kept")]
    [InlineData("Report `STOCK_HISTORY` — stocks by day", "STOCK_HISTORY")]
    [InlineData("State: `1` — in work\n", "1")]
    public void A_list_of_values_is_found(string description, params string[] expected) => Assert.Equal(expected, DescribedValues.In(description));

    [Theory]
    [InlineData(null)]
    [InlineData("Any text.")]
    [InlineData("Each of:\n  - by `nmId`, exactly\n  - by `vendorCode`, in part")]
    [InlineData("Place:\n - `1`–`20` — fixed\n - `0` — any")]
    [InlineData("Примеры:\n  - `2025-06-20`\n  - `2025-06-21`")]
    [InlineData("Error:\n  - `Not Found` — nothing there")]
    [InlineData("Id:\n- `S****` — a sale\n- `R****` — a return")]
    [InlineData("One of the values of `actions` — see there")]
    [InlineData("`a` is the first, `b` the second")]
    public void What_is_no_list_of_values_is_left_alone(string? description) => Assert.Empty(DescribedValues.In(description));
}
