using System.Net;
using TipSom.Domain;
using TipSom.Web.Binding;

namespace TipSom.Web.Tests.Shell;

public sealed class BindingTests(SharedShell shared) : IClassFixture<SharedShell>
{
    private readonly ShellHost host = shared.Host;

    private static readonly (string, string)[] Valid =
    [
        ("Input.Name", "Aisha"), ("Input.FoundOn", "2026-03-09"), ("Input.InDanger", "No"),
        ("Input.Needs", "Shelter"), ("Input.Needs", "Legal"), ("Input.District", "LHR"), ("Input.Understood", "true"),
    ];

    [Fact]
    public async Task What_a_form_of_ours_sends_is_accepted()
    {
        var answer = await host.Browser().Post(Pages.Components, [.. Valid, ("__once", Guid.NewGuid().ToString())]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("AgencyId")]
    [InlineData("Input.AgencyId")]
    [InlineData("Name")]
    [InlineData("Input.Name[0]")]
    public async Task An_unknown_form_key_is_refused_on_a_plain_page(string key)
    {
        var answer = await host.Browser("en-PK").Post(Pages.Components, [.. Valid, (key, "99")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("This could not be read", (await answer.Html()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused_on_the_same_page()
    {
        var answer = await host.Browser("en-PK").Post("/language", (new string('k', 5000), "x"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("This could not be read", (await answer.Html()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_single_value_sent_twice_is_refused()
    {
        var answer = await host.Browser().Post(Pages.Components, [.. Valid, ("Input.Name", "Another")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_posted_value_cannot_stand_in_for_one_of_the_route()
    {
        var answer = await host.Browser().Post(Pages.Components, [.. Valid, ("page", "/Admin")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_without_a_post_handler_is_not_rendered_for_a_post()
    {
        var answer = await host.Browser().Post("/status/404");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("GET, HEAD", answer.Header("Allow"));
    }

    [Fact]
    public async Task A_handler_that_does_not_exist_is_not_found()
    {
        var answer = await host.Browser().Get(Pages.Components + "?handler=Wipe");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("۱۶")]
    [InlineData("١٦")]
    [InlineData(" \u200e16 ")]
    public async Task Numbers_are_read_in_every_script(string typed)
    {
        var answer = await host.Browser().Post(Pages.Components, [.. Valid, ("Input.Age", typed)]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_day_written_in_urdu_digits_is_read()
    {
        var fields = Valid.Where(f => f.Item1 != "Input.FoundOn").Append(("Input.FoundOn", "۲۰۲۶-۰۳-۰۹"));

        var answer = await host.Browser().Post(Pages.Components, [.. fields]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_its_key_and_speaks_the_reader_s_language()
    {
        var key = Guid.NewGuid().ToString();

        var page = await (await host.Browser("ur-PK").Post(Pages.Components, ("Input.Name", "عائشہ"), ("Input.Age", "سولہ"), ("__once", key))).Html();

        Assert.Equal("عائشہ", page.ValueOf("#Input_Name"));
        Assert.Equal("سولہ", page.ValueOf("#Input_Age"));
        Assert.Equal("true", page.QuerySelector("#Input_Age")!.GetAttribute("aria-invalid"));
        Assert.Equal(key, page.ValueOf("input[name=__once]"));
        Assert.StartsWith("غلطی: ", page.Title);
        Assert.DoesNotMatch("[A-Za-z]{3}", page.QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task The_error_summary_links_to_each_question_in_the_order_of_the_page()
    {
        var page = await (await host.Browser("en-PK").Get(Pages.Components + "?errors=true")).Html();

        var targets = page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")![1..]).ToList();

        Assert.Equal(["Input_Name", "Input_Age", "Input_FoundOn", "Input_InDanger", "Input_Needs", "Input_District", "Input_Understood"], targets);
        Assert.All(targets, id => Assert.NotNull(page.GetElementById(id)));
    }

    [Theory]
    [InlineData("۳۵۲۰۲-٧", "35202-7")]
    [InlineData("0300", "0300")]
    public void Digits_are_folded_to_ascii(string typed, string folded) => Assert.Equal(folded, Digits.Fold(typed));

    [Theory]
    [InlineData("  Aisha \r\n Bibi ", "Aisha \n Bibi")]
    [InlineData("ab\u202Ecd\u2066e\u200B\u061C\uFEFF", "abcde")]
    [InlineData("لے\u200Cجانا", "لے\u200Cجانا")]
    [InlineData("a\u200Cb", "ab")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\u200F \u200E", null)]
    [InlineData("x\u0000y", "xy")]
    [InlineData("🙂", "🙂")]
    public void Text_is_stored_without_what_cannot_be_seen(string typed, string? stored) => Assert.Equal(stored, PlainText.Clean(typed));

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal("yz", PlainText.Clean($"y{(char)0xD83D}z{(char)0xDE00}"));
}
