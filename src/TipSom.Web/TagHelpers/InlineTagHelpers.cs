using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TipSom.Web.Localisation;

namespace TipSom.Web.TagHelpers;

/// <summary>An identifier, phone number, range, e-mail or file name: left to right whatever surrounds it, or an Urdu page shows it reversed.</summary>
[HtmlTargetElement("ts-id")]
public sealed class IdTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("dir", "ltr");
        Html.AddClass(output, "id");
    }
}

/// <summary>A stored name of a person, agency or place, in whatever script it was written.</summary>
[HtmlTargetElement("ts-name")]
public sealed class NameTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
    }
}

/// <summary>A moment (<c>at</c>) or a day (<c>on</c>) in words; <c>relative</c> adds how long ago.</summary>
[HtmlTargetElement("ts-when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(PortalTime time) : TagHelper
{
    public DateTimeOffset? At { get; set; }

    public DateOnly? On { get; set; }

    public bool Relative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (At is { } moment)
        {
            output.Attributes.SetAttribute("datetime", moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            output.Content.Append(PortalTime.Moment(moment));
            if (Relative)
                output.Content.AppendHtml(Html.Element("span", "ago", $" ({time.Relative(moment)})"));
        }
        else if (On is { } day)
        {
            output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            output.Content.Append(PortalTime.Day(day));
        }
        else
        {
            output.SuppressOutput();
        }
    }
}

/// <summary>A status in a coloured tag; the colour only repeats what the word says. Kinds: neutral, info, good, warn, bad.</summary>
[HtmlTargetElement("ts-tag")]
public sealed class TagTagHelper : TagHelper
{
    public string Status { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, $"tag tag-{Status}");
    }
}

/// <summary>A sentence that must not be missed. Kinds: info, good, warn, bad.</summary>
[HtmlTargetElement("ts-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, $"notice notice-{Kind}");
        if (Title is not null)
            output.PreContent.AppendHtml(Html.Element("p", "notice-title", Title));
    }
}

/// <summary>A submit button, or a link that looks like one when it has an address. Kinds: primary, secondary, danger.</summary>
[HtmlTargetElement("ts-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public string Kind { get; set; } = "primary";

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, Kind == "primary" ? "btn" : $"btn btn-{Kind}");
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);
    }
}
