using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Wildberries.Sdk;

// One fresh process: prints the milliseconds until there is a client, and through its first call (answered in the process).
// eng/startup.sh compares two checkouts.
string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
string token = $"{Part("""{"alg":"none"}""")}.{Part("""{"acc":3,"for":"self","sid":"startup","s":2}""")}.{Part("signature")}";
long started = Stopwatch.GetTimestamp();
using var wb = WildberriesClient.Create(token, options => options.UsePrimaryHandler(static () => new Answer()));
double client = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
if ((await wb.Common.GetSellerInfoAsync()).Name != "Shop")
    return 1;
double call = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{client:0.0} {call:0.0}"));
return 0;

internal sealed class Answer : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent("""{"name":"Shop","sid":"startup"}""", Encoding.UTF8, "application/json"),
        });
}
