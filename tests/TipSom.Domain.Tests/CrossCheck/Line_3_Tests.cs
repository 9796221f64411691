using TipSom.Domain.Assessment;
using TipSom.Domain.Tests.Assessment;

namespace TipSom.Domain.Tests.CrossCheck;

/// <summary>Child without means recorded: trafficking all the same. Adult without means: a warning, and nothing is blocked.</summary>
public sealed class Line_3_Tests
{
    [Theory]
    [InlineData(12, false, true, false)]
    [InlineData(null, false, true, false)]
    [InlineData(30, false, false, true)]
    [InlineData(30, true, true, false)]
    [InlineData(17, false, true, false)]
    [InlineData(18, false, false, true)]
    public void Line_3_Means_are_needed_for_an_adult_only_and_never_to_save(int? age, bool hasMeans, bool isTrafficking, bool isWarned)
    {
        var @case = A.Case(A.Person(age: age));

        var record = ExploitationRecord.Record(
            Guid.CreateVersion7(), @case, @case.Victims[0],
            new ExploitationFacts([TraffickingAct.Recruiting], false, hasMeans ? [LegalMeans.Fraud] : [], [], ["FL-BOND"], [], [], false, null, [], null),
            AssessmentTests.Lists, null, new Versions(0, 0), A.Officer, A.Now);

        Assert.Equal((isTrafficking, isWarned), (record.IsTrafficking, record.LacksMeans));
    }
}
