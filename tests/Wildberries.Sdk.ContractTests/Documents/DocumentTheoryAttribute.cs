using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>A theory that needs WB's documents. Where they are missing it is not there: one test says so for all of them.</summary>
[XunitTestCaseDiscoverer(typeof(Discoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DocumentTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber)
{
    /// <summary>Whether it needs Prism, too, which serves the documents.</summary>
    public bool NeedsPrism { get; init; }

    /// <summary>Finds the rows, or nothing.</summary>
    public sealed class Discoverer : TheoryDiscoverer
    {
        /// <inheritdoc/>
        public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
            ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
            PublishedDocuments.AreHere(needsPrism: factAttribute is DocumentTheoryAttribute { NeedsPrism: true })
                ? base.Discover(discoveryOptions, testMethod, factAttribute)
                : new([]);
    }
}
