using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Tests.Images;

public sealed class LabelSelectorTests
{
    // The labels are app=web, env=prod, weight=10 and empty, which is empty.
    [Theory]
    [InlineData("", true)]
    [InlineData("app=web", true)]
    [InlineData("app==web", true)]
    [InlineData(" app = web ", true)]
    [InlineData("app=api", false)]
    [InlineData("app!=api", true)]
    [InlineData("app!=web", false)]
    [InlineData("tier!=web", true)]
    [InlineData("app", true)]
    [InlineData("!app", false)]
    [InlineData("! tier", true)]
    [InlineData("tier", false)]
    [InlineData("env in (prod, staging)", true)]
    [InlineData("env in (dev,staging)", false)]
    [InlineData("env notin (dev)", true)]
    [InlineData("env notin (dev,prod)", false)]
    [InlineData("tier notin (dev)", true)]
    [InlineData("tier in (dev)", false)]
    [InlineData("empty=", true)]
    [InlineData("empty in (,x)", true)]
    [InlineData("weight>9", true)]
    [InlineData("weight > 10", false)]
    [InlineData("weight<11", true)]
    [InlineData("app<11", false)]
    [InlineData("tier>1", false)]
    [InlineData("app=web,env=prod,!tier", true)]
    [InlineData("app=web,env=dev", false)]
    [InlineData("acme.io/app=web", false)]
    [InlineData("in in (in)", false)]
    public void Labels_AreSelected(string selector, bool isSelected)
    {
        var labels = new Dictionary<string, string> { ["app"] = "web", ["env"] = "prod", ["weight"] = "10", ["empty"] = "" };
        Assert.Equal(isSelected, LabelSelector.Parse(selector).Matches(labels.GetValueOrDefault));
    }

    [Theory]
    [InlineData("=web", "'=' cannot be the name of a label")]
    [InlineData("app=web,", "a label is missing after the last comma")]
    [InlineData("app web", "after 'app' comes 'web', and should come =, ==, !=, in (…), notin (…), > or <, or a comma")]
    [InlineData("app=a b", "'b' stands where ',' should")]
    [InlineData("app in web", "'web' stands where '(' should")]
    [InlineData("app in (web", "')' is missing at its end")]
    [InlineData("app>web", "'web' is no whole number, which '>' and '<' compare")]
    [InlineData("-app=web", "'-app' cannot be the name of a label")]
    [InlineData("app=we/b", "'we/b' cannot be the value of a label")]
    [InlineData("!", "a label is missing")]
    public void WhatIsNone_IsTold(string selector, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => LabelSelector.Parse(selector)).Message);
}
