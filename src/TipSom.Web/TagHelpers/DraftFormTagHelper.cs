using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TipSom.Domain.Drafts;
using TipSom.Web.Binding;
using TipSom.Web.Drafts;
using TipSom.Web.Localisation;

namespace TipSom.Web.TagHelpers;

/// <summary>
/// <c>ts-draft="Title"</c> on a form: nothing typed into it is lost. The form comes filled with its draft, says whether it is saved, and
/// offers to save and leave; the script saves it while it is typed.
/// </summary>
[HtmlTargetElement("form", Attributes = "ts-draft")]
public sealed class DraftFormTagHelper(FormDrafts drafts, IAntiforgery antiforgery, IStringLocalizer<Ui> texts) : TagHelper
{
    // Before the framework's own helpers of a form: one of them renders the questions, which are to show the draft.
    public override int Order => -2000;

    /// <summary>What the form is called in the list of drafts: the key of a text.</summary>
    [HtmlAttributeName("ts-draft")]
    public required string Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var page = FormDrafts.AddressOf(request);
        if (ViewContext.HttpContext.User.Identity?.IsAuthenticated != true || page.Length > Draft.PageMaxLength)
            return;
        // What was just posted is newer than any draft.
        var isPosted = HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form.ContainsKey(FormKeys.Draft);
        var found = !isPosted ? await drafts.FillAsync(ViewContext, ViewContext.HttpContext.RequestAborted) : null;
        if (found is not null)
            output.PreElement.AppendHtml(Found(found, page));
        var kept = drafts.IsPassedBy ? null : drafts.Current;
        output.Attributes.SetAttribute("data-draft", page);
        // A browser that restores its windows would write what was typed to its disk.
        output.Attributes.SetAttribute("autocomplete", "off");
        if (isPosted && kept is null)
            output.Attributes.SetAttribute("data-unsaved", "");
        output.PostContent
            .AppendHtml(Hidden(FormKeys.Draft, Title))
            .AppendHtml(Hidden(FormKeys.DraftVersion, (kept?.Version ?? 0).ToString(CultureInfo.InvariantCulture)))
            .AppendHtml(Line(kept));
    }

    private TagBuilder Found(Draft draft, string page)
    {
        var notice = Html.Element("div", "notice notice-info", null);
        notice.InnerHtml.AppendHtml(Html.Element("p", null, texts["Draft of {0}: go on, or begin anew.", PortalTime.Moment(draft.SavedAt)]));
        var form = Html.Element("form", null, null);
        form.MergeAttribute("method", "post");
        form.MergeAttribute("action", "/drafts/end");
        form.InnerHtml.AppendHtml(Hidden("Input.Page", page)).AppendHtml(Hidden("Input.BeginsAnew", "true"))
            .AppendHtml(Hidden(FormKeys.Once, Guid.CreateVersion7().ToString()))
            // Not by the generator of the form that follows: it writes one token only.
            .AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext))
            .AppendHtml(Html.Element("button", "btn btn-secondary", texts["Begin anew"]));
        notice.InnerHtml.AppendHtml(form);
        return notice;
    }

    private TagBuilder Line(Draft? kept)
    {
        var line = Html.Element("div", "draft-line", null);
        var state = Html.Element("p", "draft-state", kept is null ? texts["NOT saved"] : texts["Saved at {0}", PortalTime.Clock(kept.SavedAt)]);
        state.MergeAttributes(new Dictionary<string, string?>
        {
            ["role"] = "status",
            ["data-not"] = texts["NOT saved"],
            ["data-saved"] = texts["Saved at {0}"],
            ["data-kept"] = texts["Kept on this computer, not sent. Do not close."],
            ["data-out"] = texts["Kept on this computer. You are signed out: sign in again, and it is sent."],
            ["data-long"] = texts["NOT saved: a draft holds at most 64 KB. Shorten what you wrote."],
            ["data-two"] = texts["This form was saved elsewhere in the meantime. Choose which of the two to keep."],
            ["data-here"] = texts["Typed on this computer at {0}"],
            ["data-there"] = texts["Saved elsewhere at {0}"],
            ["data-take"] = texts["Go on with this one"]
        });
        var leave = Html.Element("button", "btn btn-secondary", texts["Save draft and leave"]);
        leave.MergeAttribute("name", FormKeys.Leave);
        leave.MergeAttribute("value", "true");
        line.InnerHtml.AppendHtml(state).AppendHtml(leave);
        return line;
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = name, ["value"] = value });
        return input;
    }
}
