namespace Kinolux.Script.Model;

/// <summary>When a scene plays, as far as its heading says so.</summary>
public static class DayTime
{
    /// <summary><c>day</c>, <c>night</c>, <c>between</c>, or nothing where the heading does not say: <c>LATER</c> says nothing by itself.</summary>
    public static string Of(string time)
    {
        var lights = time.Split([' ', '(', ')', '.', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Select(TimeWords.LightOf).ToList();
        return lights.Contains(Light.Night) ? "night" : lights.Contains(Light.Between) ? "between" : lights.Contains(Light.Day) ? "day" : "";
    }
}
