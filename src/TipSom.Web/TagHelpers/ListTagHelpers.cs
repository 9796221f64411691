using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TipSom.Web.Localisation;

namespace TipSom.Web.TagHelpers;

/// <summary>Facts as label and value; holds <c>ts-row</c>s.</summary>
[HtmlTargetElement("ts-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        Html.AddClass(output, "summary");
    }
}

/// <summary>One fact; <c>href</c> adds a link to change it.</summary>
[HtmlTargetElement("ts-row", ParentTag = "ts-summary-list")]
public sealed class RowTagHelper(IStringLocalizer<Ui> texts) : TagHelper
{
    public required string Label { get; set; }

    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.AppendHtml(Html.Element("dt", null, Label));
        var fact = Html.Element("dd", null, null);
        if (value.IsEmptyOrWhiteSpace)
            fact.InnerHtml.AppendHtml(Html.Element("span", "muted", texts["Not provided"]));
        else
            fact.InnerHtml.AppendHtml(value);
        output.Content.AppendHtml(fact);
        // Razor hands over an attribute whose value is null as an empty text.
        if (string.IsNullOrEmpty(Href))
            return;
        var link = Html.Element("a", null, texts["Change"]);
        link.MergeAttribute("href", Href);
        link.InnerHtml.AppendHtml(Html.Element("span", "hidden", ": " + Label));
        output.Content.AppendHtml(Html.Element("dd", "change", null).With(link));
    }
}

/// <summary>What happened, newest first; holds <c>ts-event</c>s.</summary>
[HtmlTargetElement("ts-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        Html.AddClass(output, "timeline");
    }
}

/// <summary>One thing that happened: what, who, when, and anything said about it inside.</summary>
[HtmlTargetElement("ts-event", ParentTag = "ts-timeline")]
public sealed class EventTagHelper(PortalTime time) : TagHelper
{
    public required string Title { get; set; }

    public string? Who { get; set; }

    public DateTimeOffset At { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var said = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.AppendHtml(Html.Element("p", "event-title", Title));
        var line = Html.Element("p", "event-line", null);
        if (Who is not null)
            line.InnerHtml.AppendHtml(Html.Element("bdi", null, Who)).Append(" · ");
        var moment = Html.Element("time", null, PortalTime.Moment(At));
        moment.MergeAttribute("datetime", At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        line.InnerHtml.AppendHtml(moment).Append($" ({time.Relative(At)})");
        output.Content.AppendHtml(line);
        if (!said.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Html.Element("div", "event-text", null).With(said));
    }
}

/// <summary>Links to the newer and older page of a list that is read in order; nothing when there is only one page.</summary>
[HtmlTargetElement("ts-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<Ui> texts) : TagHelper
{
    public string? Newer { get; set; }

    public string? Older { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Razor hands over an attribute whose value is null as an empty text.
        if (string.IsNullOrEmpty(Newer) && string.IsNullOrEmpty(Older))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, "pager");
        output.Attributes.SetAttribute("aria-label", texts["Pages"].Value);
        Add(output, Newer, texts["Newer"], "prev", "pager-newer");
        Add(output, Older, texts["Older"], "next", "pager-older");
    }

    private static void Add(TagHelperOutput output, string? url, string label, string relation, string cssClass)
    {
        if (string.IsNullOrEmpty(url))
            return;
        var link = Html.Element("a", cssClass, label);
        link.MergeAttribute("href", url);
        link.MergeAttribute("rel", relation);
        output.Content.AppendHtml(link);
    }
}

/// <summary>Work that spans sessions; holds <c>ts-task</c>s.</summary>
[HtmlTargetElement("ts-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        Html.AddClass(output, "tasks");
    }
}

/// <summary>One piece of work and where it stands; without an address it cannot be started yet. A finished one is plain, so that open work stands out.</summary>
[HtmlTargetElement("ts-task", ParentTag = "ts-task-list")]
public sealed class TaskTagHelper : TagHelper
{
    public required string Label { get; set; }

    public string? Href { get; set; }

    public string? Hint { get; set; }

    /// <summary>Done, or a kind of tag: neutral, info, good, warn, bad.</summary>
    public string Kind { get; set; } = "neutral";

    public required string Status { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        var what = Html.Element("div", null, null);
        var label = Html.Element(Href is null ? "span" : "a", null, Label);
        if (Href is not null)
            label.MergeAttribute("href", Href);
        what.InnerHtml.AppendHtml(label);
        if (Hint is not null)
            what.InnerHtml.AppendHtml(Html.Element("p", "hint", Hint));
        output.Content.AppendHtml(what);
        output.Content.AppendHtml(Kind == "done" ? Html.Element("span", null, Status) : Html.Element("strong", $"tag tag-{Kind}", Status));
    }
}
