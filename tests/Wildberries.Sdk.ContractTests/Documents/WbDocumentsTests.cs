using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>The reader finds its way through all of WB's documents, so that what it does not find is not there.</summary>
public sealed class WbDocumentsTests
{
    [DocumentFact]
    public void Every_operation_that_names_a_document_has_its_shapes_there()
    {
        WbDocuments documents = PublishedDocuments.All;
        Assert.Equal([], documents.Operations.Where(o => o.Schema is not null && !o.HasShapes).Select(o => o.ToString()));
    }

    [DocumentFact]
    public void Every_shape_can_be_read_to_its_end()
    {
        int shapes = 0;
        foreach (WbOperation operation in PublishedDocuments.All.Operations.Where(o => o.HasShapes))
        {
            foreach (WbParameter parameter in operation.Parameters)
                Walk(parameter.Shape, 0);
            Walk(operation.JsonBody, 0);
            foreach (WbAnswer answer in operation.Answers)
                Walk(answer.Shape, 0);
        }

        Assert.InRange(shapes, 10_000, 100_000);

        void Walk(WbShape? shape, int depth)
        {
            if (shape is null)
                return;
            Assert.True(depth < 20, "A shape without end.");
            shapes++;
            _ = shape.Required;
            Walk(shape.Items, depth + 1);
            Walk(shape.AdditionalProperties, depth + 1);
            foreach (WbShape property in shape.Properties.Values)
                Walk(property, depth + 1);
        }
    }
}
