using TipSom.Domain.Drafts;

namespace TipSom.Domain.Tests.Drafts;

public sealed class DraftTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 9, 5, 0, TimeSpan.Zero);
    private static readonly Guid Form = Guid.NewGuid(), Other = Guid.NewGuid();

    [Fact]
    public void Nothing_is_kept_before_it_was_saved_and_for_28_days_after()
    {
        var draft = Fresh();
        Assert.False(draft.IsKept(Now));

        draft.Save("Log a case", [1], Form, 0, Now);

        Assert.True(draft.IsKept(Now.AddDays(28).AddSeconds(-1)));
        Assert.False(draft.IsKept(Now.AddDays(28)));
        Assert.Equal(28, Draft.DaysLeft(draft.ExpiresAt, Now));
        Assert.Equal(3, Draft.DaysLeft(draft.ExpiresAt, Now.AddDays(25)));
    }

    [Fact]
    public void One_form_saves_again_and_again_and_each_time_has_a_version_of_its_own()
    {
        var draft = Fresh();

        draft.Save("Log a case", [1], Form, 0, Now);
        var first = draft.Version;
        // The answer to the first was lost, so the form still knows of none.
        draft.Save("Log a case", [2], Form, 0, Now);

        Assert.True(draft.Version > first);
        Assert.Equal([2], draft.SealedContent);
    }

    [Fact]
    public void What_was_typed_elsewhere_is_not_overwritten()
    {
        var draft = Fresh();
        draft.Save("Log a case", [1], Form, 0, Now);

        var refused = Assert.Throws<RuleBrokenException>(() => draft.Save("Log a case", [2], Other, 0, Now.AddMinutes(1)));

        Assert.Equal("This form was saved elsewhere in the meantime. Choose which of the two to keep.", refused.Sentence);
        Assert.Equal([1], draft.SealedContent);
    }

    [Fact]
    public void Who_has_seen_the_newest_version_saves_over_it()
    {
        var draft = Fresh();
        draft.Save("Log a case", [1], Form, 0, Now);

        draft.Save("Log a case", [2], Other, draft.Version, Now.AddMinutes(1));

        Assert.Equal(Other, draft.FormKey);
        Assert.True(draft.IsNewerThan(Form, 0, Now));
    }

    [Fact]
    public void One_that_expired_stands_in_nobody_s_way()
    {
        var draft = Fresh();
        draft.Save("Log a case", [1], Form, 0, Now);

        draft.Save("Log a case", [2], Other, 0, Now.AddDays(29));

        Assert.Equal([2], draft.SealedContent);
    }

    private static Draft Fresh() => new(Guid.NewGuid(), "/cases/new", null);
}
